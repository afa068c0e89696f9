package coderbased.auth.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.MadeSessions;
import coderbased.auth.TestKey;
import coderbased.auth.tokens.AuthKeys;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkEntry;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.testing.MutableClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sweep ends what is overdue, and forgets what is old enough. */
final class SessionSweepTest {

    private static final SessionLimits LIMITS = SessionLimits.defaults();
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final MutableClock clock = MutableClock.standing();
    private final CountedLinks counted = new CountedLinks();
    private final AuthContext surroundings = new AuthContext(clock, new SecureRandom(), counted);
    private final AuthStore store = new InMemoryAuthStore();
    private final ToldEvents events = new ToldEvents();
    private final List<AuthEvent> told = events.told();
    private final SessionSweep sweep = sweep();

    @BeforeEach
    void aPhoneAndADesktop(@TempDir Path folder) throws Exception {
        new MadeSessions(store, AuthKeys.open(folder, new SecureRandom()), surroundings).household("ada", 1);
    }

    @Test
    void anOverdueSessionIsEndedOnce() {
        clock.turn(LIMITS.withoutPhone().plus(MOMENT));
        Logout logout = Logout.of(LogoutReason.PHONE_SESSION_EXPIRED, Initiator.POLICY, clock.instant());
        List<AuthEvent> once = List.of(
                new AuthEvent.SessionEnded("ada-web-0", "ada", logout),
                new AuthEvent.DevicesChanged("ada"),
                new AuthEvent.NewLinksChanged("ada"));
        sweep.sweep();
        assertEquals(Optional.of(LogoutReason.PHONE_SESSION_EXPIRED), ended("ada-web-0"));
        assertEquals(Optional.empty(), ended("ada-phone"));
        assertEquals(once, told);
        assertEquals(List.of("session PHONE_SESSION_EXPIRED"), counted.links());
        clock.turn(Duration.ofSeconds(1));
        sweep.sweep();
        assertEquals(once, told);
    }

    @Test
    void overdueSessionsAreSoughtOnceASecond() {
        clock.turn(LIMITS.withoutPhone());
        sweep.sweep();
        clock.turn(MOMENT);
        sweep.sweep();
        assertEquals(Optional.empty(), ended("ada-web-0"), "it has just looked");
        clock.turn(Duration.ofSeconds(1));
        sweep.sweep();
        assertEquals(Optional.of(LogoutReason.PHONE_SESSION_EXPIRED), ended("ada-web-0"));
    }

    @Test
    void aDesktopThatNeverCameIsEndedAndThePhoneIsTold() {
        approve();
        clock.turn(LIMITS.firstAdmission());
        sweep.sweep();
        assertEquals(Optional.empty(), ended("late"));
        clock.turn(Duration.ofSeconds(1));
        sweep.sweep();
        assertEquals(Optional.of(LogoutReason.SESSION_EXPIRED), ended("late"));
        assertTrue(
                told.contains(new AuthEvent.LinkChanged("ada-phone", LinkStatus.ended("link", LinkEnd.DESKTOP_GONE))));
        assertEquals(List.of("session SESSION_EXPIRED", "DESKTOP_GONE"), counted.links());
        assertEquals(Optional.empty(), ended("ada-web-0"));
    }

    @Test
    void theTimeToComeCountsFromTheStartOfTheServer() {
        approve();
        clock.turn(LIMITS.firstAdmission().plus(MOMENT));
        SessionSweep restarted = sweep();
        restarted.sweep();
        assertEquals(Optional.empty(), ended("late"));
        clock.turn(LIMITS.firstAdmission());
        restarted.sweep();
        assertEquals(Optional.empty(), ended("late"));
        clock.turn(Duration.ofSeconds(1));
        restarted.sweep();
        assertEquals(Optional.of(LogoutReason.SESSION_EXPIRED), ended("late"));
    }

    @Test
    void tombstonesAndHistoriesAreForgottenEachHour() {
        Logout logout = Logout.of(LogoutReason.UNLINKED, Initiator.USER, clock.instant());
        store.end(new SessionTermination(
                new SessionScope.One("ada", "ada-web-0"), logout, logout, new AccountChange.None()));
        record(clock.instant());
        clock.turn(LIMITS.tombstones());
        record(clock.instant());
        sweep.sweep();
        // Two that are written here, and one of the desktop's first admission.
        assertEquals(3, store.linkRecords().newest("ada", 9).size());
        assertTrue(store.session("ada-web-0").isPresent());
        clock.turn(Duration.ofHours(1).minus(MOMENT));
        sweep.sweep();
        assertTrue(store.session("ada-web-0").isPresent());
        clock.turn(MOMENT);
        sweep.sweep();
        assertEquals(1, store.linkRecords().newest("ada", 9).size());
        assertFalse(store.session("ada-web-0").isPresent());
    }

    @Test
    void usedProofsAreForgottenEachMinute() {
        sweep.sweep();
        store.spendProof("proof", clock.instant());
        clock.turn(Duration.ofMinutes(1).minus(MOMENT));
        sweep.sweep();
        assertFalse(store.spendProof("proof", clock.instant()));
        clock.turn(MOMENT);
        sweep.sweep();
        assertTrue(store.spendProof("proof", clock.instant()));
    }

    private SessionSweep sweep() {
        return new SessionSweep(
                store, events, new SessionTerminator(store, events, surroundings), LIMITS, surroundings);
    }

    private void approve() {
        store.addWebSession(
                new Session(
                        "late",
                        "ada",
                        DeviceKind.WEB,
                        "ada-phone",
                        "link",
                        new SessionDevice(new DeviceFacts("PC", "Desktop", "Os"), new TestKey().publicHalf()),
                        SessionUse.fresh(clock.instant(), "::1"),
                        LinkChoices.FULL),
                LIMITS.devices(),
                List.of());
    }

    private void record(Instant at) {
        store.linkRecords()
                .add(
                        "ada",
                        List.of(new LinkRecord(
                                at, LinkEntry.What.SCANNED, "link", new DeviceFacts("PC", "Desktop", "Os"), "::1")));
    }

    private Optional<LogoutReason> ended(String session) {
        return store.session(session).map(SessionRow::ended).map(Logout::reason);
    }
}
