package coderbased.auth;

import coderbased.protocol.GuestClientMessage;
import java.time.Instant;
import java.util.Optional;

/**
 * The node that holds a guest decides about it. Hop 5 and hop 6 of the Guest Token's way: a code is claimed, once, and
 * approved. Guests live in memory only; their node's end is theirs.
 */
final class LinkDesk {

    private final CodePace pace;
    private final CheckNumber checkNumber;
    private final WebSessions webSessions;
    private final LinkNews news;
    private final AuthSettings settings;
    private final Surroundings surroundings;
    private final Seats seats = new Seats();

    LinkDesk(
            CodePace pace,
            CheckNumber checkNumber,
            WebSessions webSessions,
            LinkNews news,
            AuthSettings settings,
            Surroundings surroundings) {
        this.pace = pace;
        this.checkNumber = checkNumber;
        this.webSessions = webSessions;
        this.news = news;
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /** A desktop waits, and is shown its first code. */
    Guest open(GuestClientMessage.Hello hello, CallerAddress from, GuestListener listener) {
        SessionDevice device = new SessionDevice(PersonText.facts(hello.device()), PersonText.key(hello.key()));
        GuestSeat seat = new GuestSeat(device, from.text(), listener, this, pace.first(), surroundings.now());
        seats.add(seat);
        seat.begin();
        return seat;
    }

    /** Answers a phone, wherever it is connected. */
    GuestAnswer answer(GuestQuestion question) {
        return switch (question) {
            case GuestQuestion.ClaimScanned scanned -> claim(scanned.guestTokenId(), false, scanned.by());
            case GuestQuestion.ClaimTyped typed -> claim(typed.typedCode(), true, typed.by());
            case GuestQuestion.AskStatus ask -> about(ask.linkId(), ask.phoneSession(), LinkAnswers::standing);
            case GuestQuestion.Approve approve ->
                about(approve.linkId(), approve.phoneSession(), (seat, claim) -> approve(seat, claim, approve));
            case GuestQuestion.Deny deny -> about(deny.linkId(), deny.phoneSession(), LinkDesk::deny);
        };
    }

    /** Links of a phone whose session ended end with it. */
    void phoneEnded(String phoneSession) {
        seats.forEachClaimed(seat -> {
            Claim claim = seat.state().heldBy();
            if (claim != null && claim.isBy(phoneSession)) {
                seat.apply(new LinkEvent.PhoneLoggedOut());
            }
        });
    }

    /** Lets time pass for every guest. */
    void sweep() {
        Instant now = surroundings.steady().now();
        seats.forEach(seat -> seat.passTime(now));
        seats.sweep(now);
    }

    /** Ends every guest. */
    void close() {
        seats.forEach(GuestSeat::gone);
    }

    CodePace pace() {
        return pace;
    }

    /** A seat shows a code: it can be claimed from now on. */
    void register(ShownCode code, GuestSeat seat) {
        seats.addCode(code, seat);
    }

    /** Called under the seat's lock. */
    void tell(GuestSeat seat, LinkState before, LinkState after) {
        news.moved(seat, before, after, surroundings.now());
    }

    /** Called after the step, by the thread that made it. */
    void moved(GuestSeat seat, LinkState after) {
        if (after instanceof LinkState.Approved approved) {
            deliver(seat, approved);
        }
        if (after.isFinal()) {
            seats.retire(seat, surroundings.steady().now());
        }
    }

    private void deliver(GuestSeat seat, LinkState.Approved approved) {
        LinkEvent outcome = open(seat, approved);
        LinkState after = seat.apply(outcome);
        if (outcome instanceof LinkEvent.TokenMinted minted && !(after instanceof LinkState.Delivered)) {
            webSessions.takeBack(approved.claim(), minted.message().sessionId());
        }
    }

    private LinkEvent open(GuestSeat seat, LinkState.Approved approved) {
        try {
            return webSessions.open(seat, approved);
        } catch (RuntimeException storeDown) {
            seat.gone();
            throw storeDown;
        }
    }

    private GuestAnswer claim(String code, boolean typed, GuestQuestion.Claimant by) {
        return seats.ofCode(code).map(seat -> claim(seat, code, typed, by)).orElseGet(GuestAnswer.NotHere::new);
    }

    private GuestAnswer claim(GuestSeat seat, String code, boolean typed, GuestQuestion.Claimant by) {
        Instant now = surroundings.steady().now();
        seat.passTime(now);
        if (seat.state() instanceof LinkState.Scanned scanned && scanned.claim().isBy(by.phoneSession())) {
            // The phone asks again because the first answer was lost on its way.
            return LinkAnswers.offer(seat, scanned, pace.millisUntil(scanned.until()));
        }
        if (seat.state() instanceof LinkState.Shown && webSessions.isFull(by.accountId())) {
            return LinkAnswers.full();
        }
        Claim claim = claimOf(seat, typed, by);
        seats.addLink(claim.linkId(), seat);
        if (seat.apply(new LinkEvent.Claimed(code, now, claim)) instanceof LinkState.Scanned scanned
                && scanned.claim().equals(claim)) {
            return LinkAnswers.offer(seat, scanned, pace.millisUntil(scanned.until()));
        }
        seats.removeLink(claim.linkId());
        return LinkAnswers.notClaimable(seat.state());
    }

    private Claim claimOf(GuestSeat seat, boolean typed, GuestQuestion.Claimant by) {
        boolean sameNetwork = SameNetwork.of(seat.address(), by.address());
        return new Claim(
                Ids.onNode(settings.nodeId(), surroundings).text(),
                by,
                checkNumber.draw(typed, sameNetwork).orElse(null),
                sameNetwork,
                needsUnlock(seat, by),
                settings.linking().confirm());
    }

    /**
     * Not where phone and desktop both are this very machine: who holds both holds the machine. That is known only where
     * addresses are certain, which the adaptive policy says too.
     */
    private boolean needsUnlock(GuestSeat seat, GuestQuestion.Claimant by) {
        return settings.linkCheck() != LinkCheck.ADAPTIVE || !SameNetwork.thisMachine(seat.address(), by.address());
    }

    /** What a phone asks or does about a link of its own; everybody else's look like none at all. */
    private GuestAnswer about(String linkId, String phoneSession, LinkStep step) {
        Optional<GuestSeat> seat = seats.ofLink(linkId);
        Claim claim = seat.map(found -> found.state().heldBy()).orElse(null);
        if (seat.isEmpty() || claim == null || !claim.linkId().equals(linkId) || !claim.isBy(phoneSession)) {
            return LinkAnswers.noSuchLink();
        }
        seat.get().passTime(surroundings.steady().now());
        return step.take(seat.get(), claim);
    }

    private static GuestAnswer approve(GuestSeat seat, Claim claim, GuestQuestion.Approve how) {
        if (!how.unlocked() && claim.needsUnlock()) {
            return LinkAnswers.locked();
        }
        seat.apply(new LinkEvent.ApprovePressed(how.choices()));
        return LinkAnswers.approved(seat, claim);
    }

    private static GuestAnswer deny(GuestSeat seat, Claim claim) {
        seat.apply(new LinkEvent.DenyPressed());
        return LinkAnswers.standing(seat, claim);
    }

    /** One of the things a phone can do about a link. */
    private interface LinkStep {
        GuestAnswer take(GuestSeat seat, Claim claim);
    }
}
