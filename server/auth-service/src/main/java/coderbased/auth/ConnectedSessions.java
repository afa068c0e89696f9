package coderbased.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which sessions hold a chat connection on this node; being connected is being active. */
final class ConnectedSessions {

    private final AuthStore store;
    private final AuthEvents events;
    private final Surroundings surroundings;
    private final Rhythm touching = new Rhythm(Duration.ofMinutes(5));

    /** Connections per session: a new one may open before the old one is known to be gone. */
    private final Map<String, Integer> connections = new ConcurrentHashMap<>();

    ConnectedSessions(AuthStore store, AuthEvents events, Surroundings surroundings) {
        this.store = store;
        this.events = events;
        this.surroundings = surroundings;
    }

    void connected(String sessionId) {
        if (connections.merge(sessionId, 1, Integer::sum) == 1) {
            tellPhones(sessionId);
        }
    }

    void disconnected(String sessionId) {
        if (connections.computeIfPresent(sessionId, (id, count) -> count == 1 ? null : (Integer) (count - 1)) == null) {
            store.touch(List.of(sessionId), surroundings.now());
            tellPhones(sessionId);
        }
    }

    boolean isConnected(String sessionId) {
        return connections.containsKey(sessionId);
    }

    /** Notes, every few minutes, that those connected are active. */
    void sweep() {
        Instant now = surroundings.now();
        if (touching.isDue(now)) {
            store.touch(List.copyOf(connections.keySet()), now);
        }
    }

    private void tellPhones(String sessionId) {
        store.session(sessionId)
                .filter(row -> row.isLive() && row.session().isLinked())
                .ifPresent(row -> events.publish(
                        new AuthEvent.DevicesChanged(row.session().accountId())));
    }
}
