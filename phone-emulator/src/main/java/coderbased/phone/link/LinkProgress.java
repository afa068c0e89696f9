package coderbased.phone.link;

/**
 * The progress of a link, as the phone's owner sees it.
 *
 * <pre>
 *   Asking ──press──&gt; Sending ──&gt; NumberWanted ──&gt; Entering ──&gt; Linked
 *      ^                 │  (no number: straight to Entering)
 *      └─not reachable───┘            any of them ──&gt; Ended
 * </pre>
 *
 * <p>Hop 9 of the Guest Token's way.
 */
public sealed interface LinkProgress {

    /** The person has to answer. {@code problem} is the reason why the last answer failed; empty at first. */
    record Asking(String problem) implements LinkProgress {}

    /** The answer is being sent. */
    record Sending(boolean yes) implements LinkProgress {}

    /** Approved here; the computer still has to type the check number. */
    record NumberWanted() implements LinkProgress {}

    /** Approved; the computer is logging in. */
    record Entering() implements LinkProgress {}

    /** The computer is linked. */
    record Linked(String deviceName) implements LinkProgress {}

    /** The link failed. {@code tooMany}: logging a device out would help. */
    record Ended(String sentence, boolean tooMany) implements LinkProgress {}

    /** True if nothing more will happen. */
    default boolean isOver() {
        return this instanceof Linked || this instanceof Ended;
    }
}
