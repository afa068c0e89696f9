package coderbased.auth.linking;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.DisplayNameRules;
import coderbased.auth.session.Ids;
import coderbased.auth.session.SessionDevice;
import coderbased.http.CallerAddress;
import coderbased.http.SameNetwork;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides about the desktops that wait at this node: opens attempts, answers phones, and does what follows from each
 * step. Attempts live in memory only; they end with their node. Thread-safe.
 *
 * <p>A code is claimed, once.
 *
 * <p>Hop 5 of the Guest Token's way.
 */
public final class LinkCoordinator {

    private final CodeRotation codes;
    private final LinkMessages messages;
    private final CheckNumber checkNumber;
    private final WebSessions webSessions;
    private final LinkNotifier notifier;
    private final LinkSettings settings;
    private final AuthContext surroundings;
    private final LinkAttempts attempts = new LinkAttempts();

    public LinkCoordinator(
            CodeRotation codes,
            CheckNumber checkNumber,
            WebSessions webSessions,
            LinkNotifier notifier,
            LinkSettings settings,
            AuthContext surroundings) {
        this.codes = codes;
        this.messages = new LinkMessages(codes);
        this.checkNumber = checkNumber;
        this.webSessions = webSessions;
        this.notifier = notifier;
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /** Opens an attempt for a desktop, and shows it its first code. */
    public Guest open(GuestClientMessage.Hello hello, CallerAddress from, GuestListener connection) {
        SessionDevice device =
                new SessionDevice(DisplayNameRules.facts(hello.device()), DisplayNameRules.key(hello.key()));
        LinkState.Shown first = codes.first();
        LinkAttempt attempt =
                new LinkAttempt(new LinkingDesktop(device, from.text(), surroundings.now()), connection, first);
        attempts.add(attempt);
        advance(attempt, _ -> Optional.of(LinkStep.first(first)));
        return new WaitingGuest(attempt);
    }

    /** Answers a phone, wherever it is connected. What it decided is in the account's history then. Blocks. */
    public GuestResponse answer(GuestRequest request) {
        GuestResponse response = answered(request);
        if (request instanceof GuestRequest.Approve || request instanceof GuestRequest.Deny) {
            notifier.awaitNoted();
        }
        return response;
    }

    private GuestResponse answered(GuestRequest request) {
        return switch (request) {
            case GuestRequest.ClaimScanned scanned ->
                claim(scanned.guestTokenId().value(), false, scanned.by());
            case GuestRequest.ClaimTyped typed -> claim(typed.typedCode().value(), true, typed.by());
            case GuestRequest.AskStatus ask ->
                about(ask.linkId(), ask.phoneSession(), (attempt, _) -> LinkAnswers.standing(attempt.state()));
            case GuestRequest.Approve approve ->
                about(approve.linkId(), approve.phoneSession(), (attempt, claim) -> approve(attempt, claim, approve));
            case GuestRequest.Deny deny -> about(deny.linkId(), deny.phoneSession(), (attempt, _) -> deny(attempt));
        };
    }

    /** Ends the links of a phone whose session ended. */
    public void phoneEnded(String phoneSession) {
        attempts.forEachClaimed(attempt -> {
            Claim claim = attempt.state().heldBy();
            if (claim != null && claim.isBy(phoneSession)) {
                apply(attempt, new LinkEvent.PhoneLoggedOut());
            }
        });
    }

    /** Lets time pass for every desktop. */
    public void sweep() {
        Instant now = surroundings.steady().now();
        attempts.forEach(attempt -> passTime(attempt, now));
        attempts.sweep(now);
    }

    /** Ends every attempt. */
    public void close() {
        attempts.forEach(attempt -> apply(attempt, new LinkEvent.DesktopLeft()));
    }

    /**
     * Makes a step and does what follows from it. Within the step, the desktop is told, then the phone and the
     * account's history; a desktop that cannot be told is gone. After the step, the thread that made it stores the web
     * session and delivers its token: exactly one step leads to {@link LinkState.Approved}.
     */
    private LinkState advance(LinkAttempt attempt, Function<LinkState, Optional<LinkStep>> next) {
        LinkStep made = attempt.step(next, step -> {
            LinkStep told = tellDesktop(attempt, step) ? step : step.desktopLeft();
            notifier.stepMade(attempt.desktop(), told, surroundings.now());
            return told;
        });
        if (made.after() instanceof LinkState.Approved approved && made.before() != approved) {
            deliver(attempt, approved);
        }
        if (made.isEnd()) {
            attempts.retire(attempt, surroundings.steady().now());
        }
        return made.after();
    }

    private LinkState apply(LinkAttempt attempt, LinkEvent event) {
        return advance(attempt, state -> LinkStep.by(state, event));
    }

    /**
     * Decides within the step what is due: of two threads that look at once, the second finds nothing due any more. A
     * code that changed twice in one moment would lose its grace.
     */
    private void passTime(LinkAttempt attempt, Instant now) {
        advance(attempt, state -> codes.due(state, now).flatMap(event -> LinkStep.by(state, event)));
    }

    private boolean tellDesktop(LinkAttempt attempt, LinkStep step) {
        if (step.after() instanceof LinkState.Shown shown) {
            attempts.addCode(shown.newest(), attempt);
        }
        return messages.of(step).map(attempt::send).orElse(true) || step.after() instanceof LinkState.Ended;
    }

    private void deliver(LinkAttempt attempt, LinkState.Approved approved) {
        LinkEvent outcome = open(attempt, approved);
        LinkState after = apply(attempt, outcome);
        if (outcome instanceof LinkEvent.TokenMinted minted && !(after instanceof LinkState.Delivered)) {
            webSessions.takeBack(approved.claim(), minted.message().sessionId());
        }
    }

    private LinkEvent open(LinkAttempt attempt, LinkState.Approved approved) {
        try {
            return webSessions.open(attempt.desktop(), approved);
        } catch (RuntimeException | Error e) {
            apply(attempt, new LinkEvent.DesktopLeft());
            throw e;
        }
    }

    private GuestResponse claim(String code, boolean typed, GuestRequest.Claimant by) {
        return attempts.ofCode(code)
                .map(attempt -> claim(attempt, code, typed, by))
                .orElseGet(GuestResponse.NotHere::new);
    }

    private GuestResponse claim(LinkAttempt attempt, String code, boolean typed, GuestRequest.Claimant by) {
        Instant now = surroundings.steady().now();
        passTime(attempt, now);
        if (attempt.state() instanceof LinkState.Scanned scanned
                && scanned.claim().isBy(by.phoneSession())) {
            // The phone asks again because the first answer was lost on its way.
            return LinkAnswers.offer(attempt.desktop(), scanned, codes.millisUntil(scanned.until()));
        }
        if (attempt.state() instanceof LinkState.Shown && webSessions.isFull(by.accountId())) {
            return LinkAnswers.full();
        }
        Claim claim = claimOf(attempt, typed, by);
        attempts.addLink(claim.linkId(), attempt);
        if (apply(attempt, new LinkEvent.Claimed(new Secret(code), now, claim)) instanceof LinkState.Scanned scanned
                && scanned.claim().equals(claim)) {
            return LinkAnswers.offer(attempt.desktop(), scanned, codes.millisUntil(scanned.until()));
        }
        attempts.removeLink(claim.linkId());
        return LinkAnswers.notClaimable(attempt.state());
    }

    private Claim claimOf(LinkAttempt attempt, boolean typed, GuestRequest.Claimant by) {
        boolean sameNetwork = SameNetwork.of(attempt.desktop().address(), by.address());
        return new Claim(
                Ids.onNode(settings.nodeId(), surroundings).text(),
                by,
                checkNumber.draw(typed, sameNetwork).map(Secret::new).orElse(null),
                sameNetwork,
                needsUnlock(attempt, by),
                settings.times().confirm());
    }

    /**
     * False if phone and desktop both are this very machine: whoever holds both holds the machine. That is known only
     * where addresses are certain, as the adaptive policy demands.
     */
    private boolean needsUnlock(LinkAttempt attempt, GuestRequest.Claimant by) {
        return settings.check() != LinkCheck.ADAPTIVE
                || !SameNetwork.thisMachine(attempt.desktop().address(), by.address());
    }

    /** Answers a phone about a link of its own; a link of somebody else looks like none. */
    private GuestResponse about(String linkId, String phoneSession, PhoneAction action) {
        Optional<LinkAttempt> attempt = attempts.ofLink(linkId);
        Claim claim = attempt.map(found -> found.state().heldBy()).orElse(null);
        if (attempt.isEmpty() || claim == null || !claim.linkId().equals(linkId) || !claim.isBy(phoneSession)) {
            return LinkAnswers.noSuchLink();
        }
        passTime(attempt.get(), surroundings.steady().now());
        return action.take(attempt.get(), claim);
    }

    private GuestResponse approve(LinkAttempt attempt, Claim claim, GuestRequest.Approve how) {
        if (!how.unlocked() && claim.needsUnlock()) {
            return LinkAnswers.locked();
        }
        apply(attempt, new LinkEvent.ApprovePressed(how.grant()));
        return LinkAnswers.approved(attempt.state());
    }

    private GuestResponse deny(LinkAttempt attempt) {
        apply(attempt, new LinkEvent.DenyPressed());
        return LinkAnswers.standing(attempt.state());
    }

    /** One of the things that a phone can do about a link. */
    private interface PhoneAction {
        GuestResponse take(LinkAttempt attempt, Claim claim);
    }

    /** A waiting desktop, as its connection knows it. */
    private final class WaitingGuest implements Guest {

        private final LinkAttempt attempt;

        WaitingGuest(LinkAttempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public void enterNumber(String number) {
            apply(attempt, new LinkEvent.NumberTyped(new Secret(number)));
        }

        @Override
        public void cancel() {
            apply(attempt, new LinkEvent.CancelPressed());
        }

        @Override
        public void gone() {
            apply(attempt, new LinkEvent.DesktopLeft());
        }
    }
}
