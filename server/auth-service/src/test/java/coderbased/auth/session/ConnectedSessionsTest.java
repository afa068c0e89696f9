package coderbased.auth.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.MadeSessions;
import coderbased.auth.StoreDoor;
import coderbased.auth.tokens.AuthKeys;
import coderbased.testing.MutableClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections of sessions: counted, told to the phones, and recorded as last-active times. */
final class ConnectedSessionsTest {

    private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(5);

    private final MutableClock clock = MutableClock.standing();
    private final AuthContext surroundings = new AuthContext(clock, new SecureRandom());
    private final StoreDoor door = new StoreDoor(new InMemoryAuthStore());
    private final AuthStore store = door.store();
    private final ToldEvents events = new ToldEvents();
    private final List<AuthEvent> told = events.told();
    private final ConnectedSessions sessions = new ConnectedSessions(store, events, surroundings);
    private Session phone;
    private Session web;

    @BeforeEach
    void aPhoneAndADesktop(@TempDir Path folder) throws Exception {
        List<MadeSessions.Made> made =
                new MadeSessions(store, AuthKeys.open(folder, new SecureRandom()), surroundings).household("ada", 1);
        phone = made.getFirst().session();
        web = made.getLast().session();
    }

    @Test
    void phonesLearnOfTheFirstAndTheLastConnectionOfADesktop() {
        AuthEvent changed = new AuthEvent.DevicesChanged("ada");
        sessions.connected(web);
        assertEquals(List.of(changed), told);
        sessions.connected(web);
        sessions.disconnected(web);
        assertEquals(List.of(changed), told);
        assertTrue(sessions.isConnected(web.id()));
        sessions.disconnected(web);
        assertEquals(List.of(changed, changed), told);
        assertFalse(sessions.isConnected(web.id()));
        sessions.disconnected(web);
        assertEquals(List.of(changed, changed), told);
    }

    @Test
    void connectionsOfPhonesAreToldToNobody() {
        sessions.connected(phone);
        sessions.disconnected(phone);
        assertEquals(List.of(), told);
    }

    @Test
    void aForgottenSessionLeavesSilently() {
        sessions.connected(web);
        sessions.forget(web.id());
        assertFalse(sessions.isConnected(web.id()));
        told.clear();
        sessions.disconnected(web);
        assertEquals(List.of(), told);
    }

    @Test
    void aSessionThatLeavesIsRecordedOnce() {
        sessions.sweep();
        sessions.connected(web);
        sessions.disconnected(web);
        clock.turn(Duration.ofSeconds(1));
        sessions.sweep();
        Instant left = clock.instant();
        assertEquals(left, lastActive(web));
        clock.turn(Duration.ofSeconds(1));
        sessions.sweep();
        assertEquals(left, lastActive(web));
    }

    @Test
    void aConnectedSessionIsRecordedEveryFewMinutes() {
        sessions.connected(web);
        clock.turn(Duration.ofSeconds(1));
        sessions.sweep();
        Instant first = clock.instant();
        assertEquals(first, lastActive(web));
        clock.turn(TOUCH_INTERVAL.minusMillis(1));
        sessions.sweep();
        assertEquals(first, lastActive(web));
        clock.turn(Duration.ofMillis(1));
        sessions.sweep();
        assertEquals(clock.instant(), lastActive(web));
    }

    @Test
    void aStoppingServerRecordsTheSessionsThatLeft() {
        sessions.connected(web);
        sessions.disconnected(web);
        clock.turn(Duration.ofSeconds(1));
        sessions.close();
        assertEquals(clock.instant(), lastActive(web));
        door.shut();
        assertDoesNotThrow(sessions::close);
    }

    private Instant lastActive(Session session) {
        return store.session(session.id()).orElseThrow().session().use().lastActiveAt();
    }
}
