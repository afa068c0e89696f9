package coderbased.auth.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.TestKey;
import coderbased.auth.session.SessionDevice;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.GuestToken;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One attempt to link: its steps, its connection, and what phones are answered about it. */
final class LinkAttemptTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration CONFIRM = Duration.ofSeconds(120);
    private static final DeviceFacts PC = new DeviceFacts("PC", "Desktop", "Os");
    private static final LinkingDesktop DESKTOP =
            new LinkingDesktop(new SessionDevice(PC, new TestKey().publicHalf()), "desk", NOW);
    private static final GuestRequest.Claimant ADA = new GuestRequest.Claimant("ada", "Ada", "phone", "::1");
    private static final Claim CLAIM = new Claim("link", ADA, new Secret("42"), true, true, CONFIRM);
    private static final LinkState.Shown SHOWN = new LinkState.Shown(1, List.of(), NOW);
    private static final LinkState.Scanned SCANNED = new LinkState.Scanned(CLAIM, true, null, NOW);
    private static final LinkState APPROVED = new LinkState.Approved(CLAIM, new GrantedLink(LinkChoices.FULL, null));
    private static final LinkState DELIVERED = new LinkState.Delivered(CLAIM);
    private static final GuestServerMessage MESSAGE = new GuestServerMessage.Ended(LinkEnd.CANCELLED);

    private final List<GuestServerMessage> sent = new ArrayList<>();
    private final LinkAttempt attempt = new LinkAttempt(DESKTOP, sent::add, SHOWN);

    @Test
    void aStepChangesTheStateToTheOneThatWasTold() {
        LinkStep step = new LinkStep(SHOWN, SCANNED, null);
        LinkStep other = new LinkStep(SHOWN, ended(LinkEnd.DESKTOP_GONE), null);
        assertSame(step, attempt.step(_ -> Optional.of(step), same -> same));
        assertSame(SCANNED, attempt.state());
        assertSame(other, attempt.step(_ -> Optional.of(step), _ -> other));
        assertSame(other.after(), attempt.state());
        assertEquals(new LinkStep(other.after(), other.after(), null), attempt.step(_ -> Optional.empty(), _ -> step));
        assertSame(DESKTOP, attempt.desktop());
    }

    @Test
    void aDesktopHearsNothingAfterTheEnd() {
        assertTrue(attempt.send(MESSAGE));
        attempt.step(_ -> Optional.of(new LinkStep(SHOWN, SCANNED, null)), same -> same);
        assertTrue(attempt.send(MESSAGE));
        assertEquals(List.of(MESSAGE, MESSAGE), sent);
        attempt.step(_ -> Optional.of(new LinkStep(SCANNED, DELIVERED, null)), same -> same);
        assertTrue(attempt.send(MESSAGE));
        assertEquals(2, sent.size());
    }

    @Test
    void aBrokenConnectionIsSeen() {
        LinkAttempt broken = new LinkAttempt(
                DESKTOP,
                _ -> {
                    throw new IllegalStateException("the socket is gone");
                },
                SHOWN);
        assertFalse(broken.send(MESSAGE));
    }

    @Test
    void aStepThatCannotBeToldIsTheEnd() {
        LinkStep told = new LinkStep(SHOWN, SCANNED, null).desktopLeft();
        assertEquals(new LinkState.Ended(LinkEnd.DESKTOP_GONE, null), told.after());
        LinkStep last = new LinkStep(DELIVERED, DELIVERED, null);
        assertSame(last, last.desktopLeft());
        assertEquals(new LinkStep(SHOWN, SHOWN, null), LinkStep.first(SHOWN));
        assertEquals(Optional.empty(), LinkStep.by(DELIVERED, new LinkEvent.CancelPressed()));
    }

    @Test
    void onlyTheStepToAFinalStateIsTheEnd() {
        assertTrue(new LinkStep(SHOWN, ended(LinkEnd.CANCELLED), null).isEnd());
        assertTrue(new LinkStep(APPROVED, DELIVERED, null).isEnd());
        assertFalse(new LinkStep(DELIVERED, DELIVERED, null).isEnd());
        assertFalse(new LinkStep(SHOWN, SCANNED, null).isEnd());
    }

    @Test
    void aPhoneLearnsHowFarItsLinkIs() {
        assertThrows(IllegalStateException.class, SHOWN::status);
        assertEquals(status(LinkStatus.Step.WAITING, null), SCANNED.status());
        assertEquals(status(LinkStatus.Step.APPROVED, null), APPROVED.status());
        assertEquals(status(LinkStatus.Step.APPROVED, null), DELIVERED.status());
        assertEquals(
                status(LinkStatus.Step.ENDED, LinkEnd.LIMIT),
                ended(LinkEnd.LIMIT).status());
        assertTrue(CLAIM.isBy("phone"));
        assertFalse(CLAIM.isBy("other"));
    }

    @Test
    void eachStateHasItsAnswer() {
        assertEquals(
                new GuestResponse.Offered(new AuthHttp.LinkOffer("link", PC, "desk", true, new Secret("42"), 7, true)),
                LinkAnswers.offer(DESKTOP, SCANNED, 7));
        assertEquals(refused(ProblemReason.CODE_USED), LinkAnswers.notClaimable(SCANNED));
        assertEquals(
                refused(ProblemReason.DESKTOP_GONE),
                LinkAnswers.notClaimable(new LinkState.Ended(LinkEnd.DESKTOP_GONE, null)));
        assertEquals(
                refused(ProblemReason.CODE_EXPIRED),
                LinkAnswers.notClaimable(new LinkState.Ended(LinkEnd.NO_MORE_CODES, null)));
        assertEquals(refused(ProblemReason.CODE_EXPIRED), LinkAnswers.notClaimable(SHOWN));
        assertEquals(refused(ProblemReason.PASSWORD_NEEDED), LinkAnswers.locked());
        assertEquals(refused(ProblemReason.TOO_MANY_DEVICES), LinkAnswers.full());
        assertEquals(refused(ProblemReason.LINK_UNKNOWN), LinkAnswers.noSuchLink());
        assertEquals(new GuestResponse.Standing(SCANNED.status()), LinkAnswers.approved(SCANNED));
    }

    @Test
    void anEndIsARefusalOfTheApproval() {
        Map<LinkEnd, ProblemReason> reasons = new EnumMap<>(Map.of(
                LinkEnd.DENIED, ProblemReason.LINK_DENIED,
                LinkEnd.CANCELLED, ProblemReason.LINK_CANCELLED,
                LinkEnd.EXPIRED, ProblemReason.LINK_EXPIRED,
                LinkEnd.WRONG_NUMBER, ProblemReason.LINK_WRONG_NUMBER,
                LinkEnd.DESKTOP_GONE, ProblemReason.DESKTOP_GONE,
                LinkEnd.LIMIT, ProblemReason.TOO_MANY_DEVICES,
                LinkEnd.NO_MORE_CODES, ProblemReason.LINK_CODES_OVER,
                LinkEnd.PHONE_LOGGED_OUT, ProblemReason.LINK_PHONE_LOGGED_OUT));
        for (LinkEnd end : LinkEnd.values()) {
            assertEquals(refused(reasons.get(end)), LinkAnswers.approved(ended(end)), end.name());
        }
    }

    @Test
    void aCodeIsAcceptedScannedOrTypedUntilItsEnd() {
        String id = "1".repeat(26);
        ShownCode code = new ShownCode(new GuestToken("N0DE", id), new Secret("TYPED"), NOW, NOW.plusSeconds(1));
        LinkState.Shown shown = new LinkState.Shown(1, List.of(code), NOW);
        assertTrue(shown.accepts(new Secret(id), NOW));
        assertTrue(shown.accepts(new Secret("TYPED"), NOW));
        assertFalse(shown.accepts(new Secret("OTHER"), NOW));
        assertFalse(shown.accepts(new Secret("TYPED"), NOW.plusSeconds(1)));
    }

    @Test
    void questionsReachTheNodeThatKnowsTheGuest() throws Exception {
        InProcessGuestRpc calls = new InProcessGuestRpc();
        GuestRequest question = new GuestRequest.AskStatus("link", "phone");
        GuestResponse answer = new GuestResponse.Standing(SCANNED.status());
        AutoCloseable empty = calls.serve("A", _ -> new GuestResponse.NotHere());
        AutoCloseable holder = calls.serve("B", asked -> asked == question ? answer : new GuestResponse.NotHere());
        assertSame(answer, calls.ask("B", question, CONFIRM).join());
        assertEquals(
                new GuestResponse.NotHere(), calls.ask("A", question, CONFIRM).join());
        assertEquals(
                new GuestResponse.NotHere(), calls.ask("C", question, CONFIRM).join());
        assertSame(answer, calls.askAll(question, CONFIRM).join());
        holder.close();
        assertEquals(
                new GuestResponse.NotHere(), calls.ask("B", question, CONFIRM).join());
        assertEquals(
                new GuestResponse.NotHere(), calls.askAll(question, CONFIRM).join());
        empty.close();
    }

    private static LinkState ended(LinkEnd end) {
        return new LinkState.Ended(end, CLAIM);
    }

    private static LinkStatus status(LinkStatus.Step step, LinkEnd end) {
        return new LinkStatus("link", step, end, null);
    }

    private static GuestResponse refused(ProblemReason reason) {
        return new GuestResponse.Refused(reason.problem());
    }
}
