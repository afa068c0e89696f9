package coderbased.auth.linking;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Problem;

/**
 * Sentences of a guest's node for a phone.
 *
 * <p>Hop 5 of the Guest Token's way.
 */
final class LinkAnswers {

    static final String CODE_EXPIRED = "This code has expired. Scan the one that the computer shows now.";
    static final String NO_SUCH_LINK = "There is no such link. Scan the code on the computer again.";

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
        return refused(ErrorCode.PASSWORD_NEEDED, "Type your password to link a computer.");
    }

    /** Returns the refusal of a code that cannot be claimed in that state. */
    static GuestResponse notClaimable(LinkState state) {
        if (state.heldBy() != null) {
            return refused(ErrorCode.CODE_USED, "This code was already used. Scan the new one on the computer.");
        }
        return state instanceof LinkState.Ended ended && ended.end() == LinkEnd.DESKTOP_GONE
                ? refused(ErrorCode.DESKTOP_GONE, LinkEnd.DESKTOP_GONE.phoneSentence())
                : refused(ErrorCode.CODE_EXPIRED, CODE_EXPIRED);
    }

    /** The account has no room for another device: said before the code is used, so that it can be scanned again. */
    static GuestResponse full() {
        return refused(ErrorCode.TOO_MANY_DEVICES, LinkEnd.LIMIT.phoneSentence());
    }

    /** Foreign and missing links get this same answer. */
    static GuestResponse noSuchLink() {
        return refused(ErrorCode.NOT_FOUND, NO_SUCH_LINK);
    }

    /** Returns the state of the link. */
    static GuestResponse standing(LinkState state) {
        return new GuestResponse.Standing(state.status());
    }

    /** Returns the state of the link after the approval; an end is a refusal then. */
    static GuestResponse approved(LinkState state) {
        return state instanceof LinkState.Ended ended
                ? refused(codeOf(ended.end()), ended.end().phoneSentence())
                : standing(state);
    }

    private static ErrorCode codeOf(LinkEnd end) {
        return switch (end) {
            case LIMIT -> ErrorCode.TOO_MANY_DEVICES;
            case DESKTOP_GONE -> ErrorCode.DESKTOP_GONE;
            case DENIED, CANCELLED, EXPIRED, WRONG_NUMBER, NO_MORE_CODES, PHONE_LOGGED_OUT -> ErrorCode.LINK_OVER;
        };
    }

    private static GuestResponse refused(ErrorCode code, String sentence) {
        return new GuestResponse.Refused(Problem.of(code, sentence));
    }
}
