package coderbased.auth.linking;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.ProblemReason;

/**
 * Sentences of a guest's node for a phone.
 *
 * <p>Hop 5 of the Guest Token's way.
 */
final class LinkAnswers {

    private LinkAnswers() {}

    /** Returns the facts that the person needs before approving. */
    static GuestResponse offer(LinkingDesktop desktop, LinkState.Scanned scanned, long expiresInMillis) {
        Claim claim = scanned.claim();
        return new GuestResponse.Offered(new AuthHttp.LinkOffer(
                claim.linkId(),
                desktop.device().facts(),
                desktop.address(),
                claim.sameNetwork(),
                claim.number(),
                expiresInMillis,
                claim.needsUnlock()));
    }

    /** The phone was not unlocked for a while. */
    static GuestResponse locked() {
        return refused(ProblemReason.PASSWORD_NEEDED);
    }

    /** Returns the refusal of a code that cannot be claimed in that state. */
    static GuestResponse notClaimable(LinkState state) {
        if (state.heldBy() != null) {
            return refused(ProblemReason.CODE_USED);
        }
        return state instanceof LinkState.Ended ended && ended.end() == LinkEnd.DESKTOP_GONE
                ? refused(ProblemReason.DESKTOP_GONE)
                : refused(ProblemReason.CODE_EXPIRED);
    }

    /** The account has no room for another device: said before the code is used, so that it can be scanned again. */
    static GuestResponse full() {
        return refused(ProblemReason.TOO_MANY_DEVICES);
    }

    /** Foreign and missing links get this same answer. */
    static GuestResponse noSuchLink() {
        return refused(ProblemReason.LINK_UNKNOWN);
    }

    /** Returns the state of the link. */
    static GuestResponse standing(LinkState state) {
        return new GuestResponse.Standing(state.status());
    }

    /** Returns the state of the link after the approval; an end is a refusal then. */
    static GuestResponse approved(LinkState state) {
        return state instanceof LinkState.Ended ended ? refused(reasonOf(ended.end())) : standing(state);
    }

    private static ProblemReason reasonOf(LinkEnd end) {
        return switch (end) {
            case DENIED -> ProblemReason.LINK_DENIED;
            case CANCELLED -> ProblemReason.LINK_CANCELLED;
            case EXPIRED -> ProblemReason.LINK_EXPIRED;
            case WRONG_NUMBER -> ProblemReason.LINK_WRONG_NUMBER;
            case DESKTOP_GONE -> ProblemReason.DESKTOP_GONE;
            case LIMIT -> ProblemReason.TOO_MANY_DEVICES;
            case NO_MORE_CODES -> ProblemReason.LINK_CODES_OVER;
            case PHONE_LOGGED_OUT -> ProblemReason.LINK_PHONE_LOGGED_OUT;
        };
    }

    private static GuestResponse refused(ProblemReason reason) {
        return new GuestResponse.Refused(reason.problem());
    }
}
