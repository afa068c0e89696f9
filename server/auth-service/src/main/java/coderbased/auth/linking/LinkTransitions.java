package coderbased.auth.linking;

import coderbased.auth.linking.LinkEvent.ApprovePressed;
import coderbased.auth.linking.LinkEvent.CancelPressed;
import coderbased.auth.linking.LinkEvent.Claimed;
import coderbased.auth.linking.LinkEvent.CodeRotated;
import coderbased.auth.linking.LinkEvent.CodesRanOut;
import coderbased.auth.linking.LinkEvent.DenyPressed;
import coderbased.auth.linking.LinkEvent.DesktopLeft;
import coderbased.auth.linking.LinkEvent.LimitReached;
import coderbased.auth.linking.LinkEvent.NumberTyped;
import coderbased.auth.linking.LinkEvent.PhoneLoggedOut;
import coderbased.auth.linking.LinkEvent.TimeRanOut;
import coderbased.auth.linking.LinkEvent.TokenMinted;
import coderbased.auth.linking.LinkState.Approved;
import coderbased.auth.linking.LinkState.Delivered;
import coderbased.auth.linking.LinkState.Ended;
import coderbased.auth.linking.LinkState.Scanned;
import coderbased.auth.linking.LinkState.Shown;
import coderbased.protocol.LinkEnd;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All transitions of linking: from a state, on an event, to a state. Pure. An event that means nothing
 * in a state leads nowhere; so whoever comes second, by a hair or by a minute, changes nothing.
 */
final class LinkTransitions {

    private LinkTransitions() {}

    /** The state that follows; empty where the event changes nothing. */
    static Optional<LinkState> next(LinkState state, LinkEvent event) {
        return switch (state) {
            case Shown shown -> fromShown(shown, event);
            case Scanned scanned -> fromScanned(scanned, event);
            case Approved approved -> fromApproved(approved, event);
            case Delivered delivered -> nothing();
            case Ended ended -> nothing();
        };
    }

    private static Optional<LinkState> fromShown(Shown shown, LinkEvent event) {
        return switch (event) {
            case CodeRotated rotated -> to(rotate(shown, rotated));
            case CodesRanOut ranOut -> end(LinkEnd.NO_MORE_CODES, null);
            case Claimed claimed when shown.accepts(claimed.code(), claimed.at()) -> to(scan(claimed));
            case CancelPressed cancel -> end(LinkEnd.CANCELLED, null);
            case DesktopLeft left -> end(LinkEnd.DESKTOP_GONE, null);
            case Claimed dead -> nothing();
            case NumberTyped ignored -> nothing();
            case ApprovePressed ignored -> nothing();
            case DenyPressed ignored -> nothing();
            case TimeRanOut ignored -> nothing();
            case PhoneLoggedOut ignored -> nothing();
            case LimitReached ignored -> nothing();
            case TokenMinted ignored -> nothing();
        };
    }

    private static Optional<LinkState> fromScanned(Scanned scanned, LinkEvent event) {
        Claim claim = scanned.claim();
        return switch (event) {
            case NumberTyped typed when !scanned.numberMissing() -> nothing();
            case NumberTyped typed when typed.number().equals(claim.number()) -> to(numberRight(scanned));
            case NumberTyped wrong -> end(LinkEnd.WRONG_NUMBER, claim);
            case ApprovePressed approve when scanned.numberMissing() -> to(approveEarly(scanned, approve));
            case ApprovePressed approve -> to(new Approved(claim, approve.grant()));
            case DenyPressed deny -> end(LinkEnd.DENIED, claim);
            case CancelPressed cancel -> end(LinkEnd.CANCELLED, claim);
            case DesktopLeft left -> end(LinkEnd.DESKTOP_GONE, claim);
            case TimeRanOut late -> end(LinkEnd.EXPIRED, claim);
            case PhoneLoggedOut out -> end(LinkEnd.PHONE_LOGGED_OUT, claim);
            case CodeRotated ignored -> nothing();
            case CodesRanOut ignored -> nothing();
            case Claimed second -> nothing();
            case LimitReached ignored -> nothing();
            case TokenMinted ignored -> nothing();
        };
    }

    private static Optional<LinkState> fromApproved(Approved approved, LinkEvent event) {
        Claim claim = approved.claim();
        return switch (event) {
            case TokenMinted minted -> to(new Delivered(claim));
            case LimitReached limit -> end(LinkEnd.LIMIT, claim);
            case CancelPressed cancel -> end(LinkEnd.CANCELLED, claim);
            case DesktopLeft left -> end(LinkEnd.DESKTOP_GONE, claim);
            case PhoneLoggedOut out -> end(LinkEnd.PHONE_LOGGED_OUT, claim);
            case ApprovePressed twice -> nothing();
            case DenyPressed tooLate -> nothing();
            case TimeRanOut ignored -> nothing();
            case NumberTyped ignored -> nothing();
            case CodeRotated ignored -> nothing();
            case CodesRanOut ignored -> nothing();
            case Claimed second -> nothing();
        };
    }

    /** Two codes at most are alive: the new one, and the one before for its grace. */
    private static Shown rotate(Shown shown, CodeRotated rotated) {
        return new Shown(shown.number() + 1, List.of(rotated.code(), shown.newest()), rotated.nextAt());
    }

    private static Scanned scan(Claimed claimed) {
        Claim claim = claimed.claim();
        return new Scanned(claim, claim.number() != null, null, claimed.at().plus(claim.confirmWithin()));
    }

    private static LinkState numberRight(Scanned scanned) {
        GrantedLink approved = scanned.approved();
        return approved != null
                ? new Approved(scanned.claim(), approved)
                : new Scanned(scanned.claim(), false, null, scanned.until());
    }

    /** The first grant holds: a second press changes nothing. */
    private static Scanned approveEarly(Scanned scanned, ApprovePressed approve) {
        GrantedLink granted = scanned.approved() == null ? approve.grant() : scanned.approved();
        return new Scanned(scanned.claim(), true, granted, scanned.until());
    }

    private static Optional<LinkState> to(LinkState state) {
        return Optional.of(state);
    }

    private static Optional<LinkState> end(LinkEnd end, @Nullable Claim claim) {
        return Optional.of(new Ended(end, claim));
    }

    private static Optional<LinkState> nothing() {
        return Optional.empty();
    }
}
