package coderbased.history;

/**
 * One thing that must not be in a history, by the name that <a href="https://jepsen.io">Jepsen</a>'s log checkers give
 * it.
 *
 * @param what for a person: which message, where, on which devices
 */
record Anomaly(Kind kind, String what) {

    enum Kind {
        /** Acknowledged, and never shown on a device of somebody who belongs to the conversation. */
        LOST,
        /** Shown twice at a time on one screen, or stored under two numbers. */
        DUPLICATE,
        /** Shown below a message with a higher number, or stored in another order than its sender said it. */
        NON_MONOTONIC,
        /** Shown with a hole above it that the numbers do not have. */
        SKIP,
        /** One number, two texts. */
        DIVERGENCE,
        /** Shown, though nobody ever said it like this. */
        PHANTOM,
        /** Shown on others' screens, though its sender was told that it is refused. */
        ABORTED_READ,
        /** Still neither acknowledged nor refused at the end. */
        UNANSWERED
    }
}
