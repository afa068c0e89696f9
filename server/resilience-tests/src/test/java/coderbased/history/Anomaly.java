package coderbased.history;

/**
 * One thing that must not be in a history, by the name that <a href="https://jepsen.io">Jepsen</a>'s log checkers give
 * it.
 *
 * @param what for a person: which message, where, on which devices
 */
record Anomaly(Kind kind, String what) {

    enum Kind {
        /**
         * Acknowledged, and never shown on a device of somebody who belongs to the conversation; or an edit, a reaction
         * or a marker that stood on the screen of who made it, and is not on all screens at the end.
         */
        LOST,
        /** Shown twice at a time on one screen, or stored under two numbers. */
        DUPLICATE,
        /** Shown below a message with a higher number, or stored in another order than its sender said it. */
        NON_MONOTONIC,
        /** Shown with a hole above it that the numbers do not have. */
        SKIP,
        /** One number, two texts; or two screens that do not agree at the end. */
        DIVERGENCE,
        /** An older text, or an older marker, on a screen that had the newer one. */
        WENT_BACK,
        /** Shown, though nobody ever said it like this. */
        PHANTOM,
        /** Shown on others' screens, though its sender was told that it is refused. */
        ABORTED_READ,
        /** Still neither acknowledged nor refused at the end. */
        UNANSWERED
    }
}
