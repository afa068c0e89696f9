package coderbased.auth.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.auth.MadeSessions;
import coderbased.auth.StoreDoor;
import coderbased.auth.tokens.AuthKeys;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.testing.MutableClock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node reads which sessions ended or were frozen, once a second and each once. */
final class RevocationFeedTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MutableClock clock = MutableClock.standing();
    private final AuthContext surroundings = new AuthContext(clock, new SecureRandom());
    private final StoreDoor door = new StoreDoor(new InMemoryAuthStore());
    private final AuthStore store = door.store();
    private final Lease lease = new Lease(surroundings);
    private final List<AuthEvent> heard = new ArrayList<>();
    private RevocationFeed feed;

    @BeforeEach
    void aPhoneAndTwoDesktops(@TempDir Path folder) throws Exception {
        new MadeSessions(store, AuthKeys.open(folder, new SecureRandom()), surroundings).household("ada", 2);
        store.freeze("ada", "ada-web-0", clock.instant());
        feed = new RevocationFeed(store, lease, surroundings, heard::add);
    }

    @Test
    void eachRevocationSinceTheStartIsReadOnce() {
        feed.poll();
        assertEquals(List.of(), heard);
        store.freeze("ada", "ada-web-1", clock.instant());
        Logout logout = end("ada-web-0");
        feed.poll();
        assertEquals(List.of(), heard, "it has just read");
        clock.turn(SECOND);
        feed.poll();
        List<AuthEvent> both = List.of(
                new AuthEvent.SessionFrozen("ada-web-1", "ada"),
                new AuthEvent.SessionEnded("ada-web-0", "ada", logout));
        assertEquals(both, heard);
        clock.turn(SECOND);
        feed.poll();
        assertEquals(both, heard);
    }

    @Test
    void aLongFeedIsReadToItsEndAtOnce() {
        for (int i = 0; i < 501; i++) {
            store.freeze("ada", "ada-web-1", null);
            store.freeze("ada", "ada-web-1", clock.instant());
        }
        feed.poll();
        assertEquals(501, heard.size());
    }

    @Test
    void anUnansweredReadAgesTheLease() {
        door.shut();
        assertThrows(AuthStoreDown.class, feed::poll);
        clock.turn(SECOND);
        assertEquals(SECOND, lease.age());
        door.open();
        feed.poll();
        assertEquals(Duration.ZERO, lease.age());
    }

    private Logout end(String session) {
        Logout logout = Logout.of(LogoutReason.UNLINKED, Initiator.USER, clock.instant());
        store.end(
                new SessionTermination(new SessionScope.One("ada", session), logout, logout, new AccountChange.None()));
        return logout;
    }
}
