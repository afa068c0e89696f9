package coderbased.auth.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.audit.SecurityLog;
import coderbased.auth.TestKey;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.CountedLinks;
import coderbased.auth.session.InMemoryAuthStore;
import coderbased.auth.session.LinkRecords;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionDevice;
import coderbased.auth.session.SessionUse;
import coderbased.auth.session.ToldEvents;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each step of a link is told to the phone, recorded and counted, or is none of their business. */
final class LinkNotifierTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Duration CONFIRM = Duration.ofSeconds(120);
    private static final DeviceFacts PC = new DeviceFacts("PC", "Desktop", "Os");
    private static final LinkingDesktop DESKTOP =
            new LinkingDesktop(new SessionDevice(PC, new TestKey().publicHalf()), "desk", NOW.minusSeconds(9));
    private static final Claim CLAIM = claim("phone");
    private static final GrantedLink GRANT = new GrantedLink(LinkChoices.FULL, null);
    private static final LinkState SHOWN = new LinkState.Shown(1, List.of(), NOW);
    private static final LinkState SCANNED = new LinkState.Scanned(CLAIM, true, null, NOW);
    private static final LinkState TYPED = new LinkState.Scanned(CLAIM, false, null, NOW);
    private static final LinkState APPROVED = new LinkState.Approved(CLAIM, GRANT);

    private final ToldEvents events = new ToldEvents();
    private final List<AuthEvent> told = events.told();
    private final CountedLinks meter = new CountedLinks();
    private final List<String> counted = meter.links();
    private final LinkRecords records = new InMemoryAuthStore().linkRecords();
    private final LinkAuditLog book = new LinkAuditLog(records, new SecurityLog(System::nanoTime));
    private final LinkNotifier notifier = new LinkNotifier(events, book, meter);

    @AfterEach
    void stop() {
        book.close();
    }

    @Test
    void aScanIsRecordedWithTheCodeBeforeIt() {
        step(SHOWN, SCANNED);
        book.read("ada");
        assertRecorded("SHOWN link desk -9", "SCANNED link phone 0");
        assertEquals(List.of(), told);
    }

    @Test
    void stepsThatChangeNothingForThePhoneAreNotRecorded() {
        step(SHOWN, SHOWN);
        step(SCANNED, TYPED);
        step(APPROVED, new LinkState.Delivered(CLAIM));
        assertRecorded();
        assertEquals(List.of(), told);
        assertEquals(List.of(), counted);
    }

    @Test
    void anApprovalIsRecordedAndTold() {
        step(TYPED, APPROVED);
        book.read("ada");
        assertRecorded("APPROVED link phone 0");
        assertEquals(List.of(changed(APPROVED.status())), told);
        assertEquals(List.of(), counted);
    }

    @Test
    void anEndIsRecordedToldAndCounted() {
        step(TYPED, new LinkState.Ended(LinkEnd.DENIED, CLAIM));
        step(TYPED, new LinkState.Ended(LinkEnd.CANCELLED, CLAIM));
        step(TYPED, new LinkState.Ended(LinkEnd.PHONE_LOGGED_OUT, claim(null)));
        assertRecorded("DENIED link phone 0", "CANCELLED link desk 0", "PHONE_LOGGED_OUT link unknown 0");
        assertEquals(List.of("DENIED", "CANCELLED", "PHONE_LOGGED_OUT"), counted);
        assertEquals(
                List.of(LinkEnd.DENIED, LinkEnd.CANCELLED, LinkEnd.PHONE_LOGGED_OUT).stream()
                        .map(end -> changed(LinkStatus.ended("link", end)))
                        .toList(),
                told);
    }

    @Test
    void anEndOfALinkThatNobodyScannedIsNothing() {
        step(SHOWN, new LinkState.Ended(LinkEnd.NO_MORE_CODES, null));
        assertRecorded();
        assertEquals(List.of(), told);
        assertEquals(List.of(), counted);
    }

    @Test
    void theFirstConnectionIsToldAndCounted() {
        notifier.cameIn(session("session", "link"));
        assertEquals(
                List.of(
                        new AuthEvent.LinkChanged("session", LinkStatus.linked("link", PC)),
                        new AuthEvent.DevicesChanged("ada"),
                        new AuthEvent.NewLinksChanged("ada")),
                told);
        assertEquals(List.of("linked"), counted);
    }

    @Test
    void theConnectionOfAPhoneIsNoLink() {
        notifier.cameIn(session(null, null));
        notifier.cameIn(session("session", null));
        notifier.cameIn(session(null, "link"));
        assertRecorded();
        assertTrue(told.isEmpty() && counted.isEmpty());
    }

    private void step(LinkState before, LinkState after) {
        notifier.stepMade(DESKTOP, new LinkStep(before, after, null), NOW);
    }

    private void assertRecorded(String... lines) {
        notifier.awaitNoted();
        assertEquals(
                List.of(lines),
                records.newest("ada", 99).stream()
                        .map(line -> line.what() + " " + line.linkId() + " " + line.address() + " "
                                + Duration.between(NOW, line.at()).toSeconds())
                        .toList());
    }

    private static AuthEvent changed(LinkStatus status) {
        return new AuthEvent.LinkChanged("session", status);
    }

    private static Claim claim(String address) {
        GuestRequest.Claimant by = new GuestRequest.Claimant("ada", "Ada", "session", address);
        return new Claim("link", by, new Secret("42"), true, false, CONFIRM);
    }

    private static Session session(String phone, String link) {
        return new Session(
                "web",
                "ada",
                DeviceKind.WEB,
                phone,
                link,
                DESKTOP.device(),
                new SessionUse(1, NOW, NOW, NOW, NOW, "desk", 1),
                LinkChoices.FULL);
    }
}
