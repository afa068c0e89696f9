package coderbased.phone.link;

/**
 * How far a link has come, as the phone's person sees it.
 *
 * <pre>
 *   Asking ──press──&gt; Sending ──&gt; NumberWanted ──&gt; Entering ──&gt; Linked
 *      ^                 │  (no number: straight to Entering)
 *      └─not reachable───┘            any of them ──&gt; Ended
 * </pre>
 */
public sealed interface LinkProgress {

    /** The person has to answer. {@code problem}: why the last answer did not arrive; empty at first. */
    record Asking(String problem) implements LinkProgress {}

    /** The answer is on its way. */
    record Sending(boolean yes) implements LinkProgress {}

    /** Approved here; the computer still has to type the check number. */
    record NumberWanted() implements LinkProgress {}

    /** The computer has been let in and is coming. */
    record Entering() implements LinkProgress {}

    /** The computer is in. */
    record Linked(String deviceName) implements LinkProgress {}

    /** It came to nothing. {@code tooMany}: logging a device out would help. */
    record Ended(String sentence, boolean tooMany) implements LinkProgress {}

    /** Whether nothing more will happen. */
    default boolean isOver() {
        return this instanceof Linked || this instanceof Ended;
    }
}
