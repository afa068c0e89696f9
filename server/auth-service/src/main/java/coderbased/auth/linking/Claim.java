package coderbased.auth.linking;

import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A phone's hold on a guest. The code is claimed, once.
 *
 * <p>Hop 5 of the Guest Token's way.
 *
 * @param number the two digits to type on the desktop; null if none is asked for
 * @param sameNetwork true if the server saw both on the same network
 * @param needsUnlock true if the person must type the password
 * @param confirmWithin time that the person has
 */
record Claim(
        String linkId,
        GuestRequest.Claimant by,
        @Nullable Secret number,
        boolean sameNetwork,
        boolean needsUnlock,
        Duration confirmWithin) {

    boolean isBy(String phoneSession) {
        return by.phoneSession().equals(phoneSession);
    }

    /** Returns the state of the link, as the phone may know it. */
    LinkStatus status(LinkStatus.Step step, @Nullable LinkEnd end) {
        return new LinkStatus(linkId, step, end, null);
    }
}
