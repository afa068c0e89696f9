package coderbased.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The state of a link, as the phone that scanned may know it.
 *
 * <p>Hop 9 of the Guest Token's way.
 *
 * @param linkId the link, from {@link AuthHttp.LinkOffer}
 * @param step the step that it has reached
 * @param end why it came to nothing; only with {@link Step#ENDED}
 * @param deviceName the linked device's name; only with {@link Step#LINKED}
 */
public record LinkStatus(
        String linkId,
        Step step,
        @Nullable LinkEnd end,
        @Nullable String deviceName) {

    /** The steps that a phone sees, in order; the last two are final. */
    public enum Step {
        /** The person has not answered yet, or the desktop still has to type the check number. */
        WAITING,
        /** Approved; the desktop has been sent its Web Auth Token and has not come back with it yet. */
        APPROVED,
        /** The desktop re-initialised with its Web Auth Token. */
        LINKED,
        ENDED
    }

    /** Returns the status of a link whose desktop came in. */
    public static LinkStatus linked(String linkId, DeviceFacts device) {
        return new LinkStatus(linkId, Step.LINKED, null, device.name());
    }

    /** Returns the status of a link that came to nothing. */
    public static LinkStatus ended(String linkId, LinkEnd end) {
        return new LinkStatus(linkId, Step.ENDED, end, null);
    }
}
