package coderbased.auth;

import coderbased.auth.session.Session;
import coderbased.auth.session.SessionHold;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The {@link SessionHold}s of this node, by session. Thread-safe. */
final class SessionHolds {

    private final Sessions sessions;
    private final BooleanSupplier unknown;
    private final Map<String, Set<SessionHold>> bySession = new ConcurrentHashMap<>();

    /** @param unknown true while nobody can say whose session is good */
    SessionHolds(Sessions sessions, BooleanSupplier unknown) {
        this.sessions = sessions;
        this.unknown = unknown;
    }

    /**
     * Holds a session. It is entered before its row is read once more, so that a cut is seen in the one or heard by the
     * other.
     *
     * @throws coderbased.auth.session.AuthRefused where the session may not be used
     */
    SessionHold hold(Session session) {
        String id = session.id();
        SessionHold hold = new SessionHold(unknown, ended -> release(id, ended));
        bySession.compute(id, (_, holds) -> with(holds, hold));
        try {
            sessions.requireUsable(session);
            return hold;
        } catch (RuntimeException | Error e) {
            hold.close();
            throw e;
        }
    }

    /**
     * Asks once more whether a session may be used: reading what a call carries takes time.
     *
     * @throws coderbased.auth.session.AuthRefused where it ended or was frozen since
     */
    void requireUsable(Session session) {
        sessions.requireUsable(session);
    }

    /** A session ended or was frozen. */
    void cut(String sessionId) {
        bySession.getOrDefault(sessionId, Set.of()).forEach(SessionHold::cut);
    }

    private static Set<SessionHold> with(@Nullable Set<SessionHold> holds, SessionHold hold) {
        Set<SessionHold> all = holds == null ? ConcurrentHashMap.newKeySet() : holds;
        all.add(hold);
        return all;
    }

    private void release(String sessionId, SessionHold hold) {
        bySession.computeIfPresent(sessionId, (_, holds) -> {
            holds.remove(hold);
            return holds.isEmpty() ? null : holds;
        });
    }
}
