package coderbased.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which sessions hold a chat connection on this node; being connected is being active. */
final class ConnectedSessions {

    private final AuthStore store;
    private final AuthEvents events;
    private final Surroundings surroundings;
    private final Set<String> connected = ConcurrentHashMap.newKeySet();
    private final Rhythm touching = new Rhythm(Duration.ofMinutes(5));

    ConnectedSessions(AuthStore store, AuthEvents events, Surroundings surroundings) {
        this.store = store;
        this.events = events;
        this.surroundings = surroundings;
    }

    void connected(String sessionId) {
        if (connected.add(sessionId)) {
            tellPhones(sessionId);
        }
    }

    void disconnected(String sessionId) {
        if (connected.remove(sessionId)) {
            store.touch(List.of(sessionId), surroundings.now());
            tellPhones(sessionId);
        }
    }

    /** An ended session is nobody's connection, whatever its socket still does. */
    void forget(String sessionId) {
        connected.remove(sessionId);
    }

    boolean isConnected(String sessionId) {
        return connected.contains(sessionId);
    }

    /** Notes, every few minutes, that those connected are active. */
    void sweep() {
        Instant now = surroundings.now();
        if (touching.isDue(now)) {
            store.touch(List.copyOf(connected), now);
        }
    }

    private void tellPhones(String sessionId) {
        store.session(sessionId)
                .filter(row -> row.isLive() && row.session().isLinked())
                .ifPresent(row -> events.publish(
                        new AuthEvent.DevicesChanged(row.session().accountId())));
    }
}
