package coderbased.auth.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions that hold a chat connection on this node; a connected session is active. Thousands that come or go at
 * once cost the store one write.
 *
 * <p>Connections are counted: the end of an older one may be noted after the beginning of the one that took its place.
 * Thread-safe.
 */
public final class ConnectedSessions {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectedSessions.class);

    private final AuthStore store;
    private final AuthEvents events;
    private final AuthContext surroundings;
    private final ConcurrentHashMap<String, Integer> connected = new ConcurrentHashMap<>();
    private final Set<String> left = ConcurrentHashMap.newKeySet();
    private final Throttle touching = new Throttle(Duration.ofMinutes(5));

    public ConnectedSessions(AuthStore store, AuthEvents events, AuthContext surroundings) {
        this.store = store;
        this.events = events;
        this.surroundings = surroundings;
    }

    /** One more connection. */
    public void connected(Session session) {
        if (connected.merge(session.id(), 1, Integer::sum) == 1) {
            tellPhones(session);
        }
    }

    /** One connection less: to be called once for each {@link #connected}. */
    public void disconnected(Session session) {
        boolean wasConnected = isConnected(session.id());
        Integer others = connected.computeIfPresent(session.id(), (id, count) -> count == 1 ? null : count - 1);
        if (wasConnected && others == null) {
            left.add(session.id());
            tellPhones(session);
        }
    }

    /** An ended session is nobody's connection, whatever its socket still does. */
    public void forget(String sessionId) {
        connected.remove(sessionId);
    }

    public boolean isConnected(String sessionId) {
        return connected.containsKey(sessionId);
    }

    /** Records the last-active times of sessions that left and, every few minutes, of connected ones. */
    public void sweep() {
        noteWhoLeft();
        Instant now = surroundings.now();
        if (touching.isDue(now)) {
            store.touch(List.copyOf(connected.keySet()), now);
        }
    }

    /** Notes the last of them. */
    public void close() {
        try {
            noteWhoLeft();
        } catch (AuthStoreDown e) {
            LOG.warn("Could not record last-active times; the previous ones stay", e);
        }
    }

    /** If the store does not answer, the record of some minutes before stays. */
    private void noteWhoLeft() {
        List<String> gone = List.copyOf(left);
        gone.forEach(left::remove);
        store.touch(gone, surroundings.now());
    }

    private void tellPhones(Session session) {
        if (session.isLinked()) {
            events.publish(new AuthEvent.DevicesChanged(session.accountId()));
        }
    }
}
