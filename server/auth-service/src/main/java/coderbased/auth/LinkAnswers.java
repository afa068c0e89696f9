package coderbased.auth;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Problem;

/** What a guest's node tells a phone, in words. */
final class LinkAnswers {

    static final String CODE_EXPIRED = "This code has run out. Scan the one that the computer shows now.";
    static final String NO_SUCH_LINK = "There is no such link. Scan the code on the computer again.";

    private LinkAnswers() {}

    /** What the person has to know before approving. */
    static GuestAnswer offer(GuestSeat seat, LinkState.Scanned scanned, long expiresInMillis) {
        Claim claim = scanned.claim();
        return new GuestAnswer.Offered(new AuthHttp.LinkOffer(
                claim.linkId(),
                seat.device().facts(),
                seat.address(),
                claim.sameNetwork(),
                claim.number(),
                expiresInMillis,
                claim.needsUnlock()));
    }

    /** The phone was not unlocked for a while. */
    static GuestAnswer locked() {
        return refused(ErrorCode.PASSWORD_NEEDED, "Type your password to let a computer in.");
    }

    /** Why a code that was shown once can not be claimed in that state. */
    static GuestAnswer notClaimable(LinkState state) {
        if (state.heldBy() != null) {
            return refused(ErrorCode.CODE_USED, "This code was used already. Scan the new one on the computer.");
        }
        return state instanceof LinkState.Ended ended && ended.end() == LinkEnd.DESKTOP_GONE
                ? refused(ErrorCode.DESKTOP_GONE, LinkEnd.DESKTOP_GONE.phoneSentence())
                : refused(ErrorCode.CODE_EXPIRED, CODE_EXPIRED);
    }

    /** The account has no room for another device: said before the code is used, so that it can be scanned again. */
    static GuestAnswer full() {
        return refused(ErrorCode.TOO_MANY_DEVICES, LinkEnd.LIMIT.phoneSentence());
    }

    /** Foreign and missing links get this same answer. */
    static GuestAnswer noSuchLink() {
        return refused(ErrorCode.NOT_FOUND, NO_SUCH_LINK);
    }

    /** Where the link stands. */
    static GuestAnswer standing(GuestSeat seat, Claim claim) {
        return new GuestAnswer.Standing(GuestSeat.status(seat.state(), claim));
    }

    /** Where the link stands after the person approved; an end is a refusal then. */
    static GuestAnswer approved(GuestSeat seat, Claim claim) {
        return seat.state() instanceof LinkState.Ended ended
                ? refused(codeOf(ended.end()), ended.end().phoneSentence())
                : standing(seat, claim);
    }

    private static ErrorCode codeOf(LinkEnd end) {
        return switch (end) {
            case LIMIT -> ErrorCode.TOO_MANY_DEVICES;
            case DESKTOP_GONE -> ErrorCode.DESKTOP_GONE;
            case DENIED, CANCELLED, EXPIRED, WRONG_NUMBER, NO_MORE_CODES, PHONE_LOGGED_OUT -> ErrorCode.LINK_OVER;
        };
    }

    private static GuestAnswer refused(ErrorCode code, String sentence) {
        return new GuestAnswer.Refused(Problem.of(code, sentence));
    }
}
