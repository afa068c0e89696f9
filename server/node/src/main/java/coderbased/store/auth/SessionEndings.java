package coderbased.store.auth;

import coderbased.auth.session.EndedSession;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionScope;
import coderbased.auth.session.SessionTermination;
import coderbased.protocol.Logout;
import coderbased.store.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a {@link SessionTermination}: the sessions that it reaches, their tombstones, the revocation feed.
 */
final class SessionEndings {

    private SessionEndings() {}

    static List<EndedSession> end(Handle handle, SessionTermination ending) {
        List<EndedSession> ended = reached(handle, ending.scope()).stream()
                .map(session -> new EndedSession(session, logoutOf(session, ending)))
                .toList();
        if (!ended.isEmpty()) {
            writeTombstones(handle, ended);
            writeFeed(
                    handle,
                    ended.stream().map(each -> each.session().id()).toList(),
                    ended.getFirst().logout().at());
        }
        AccountRows.change(handle, ending.scope().accountId(), ending.change());
        return ended;
    }

    /** Freezes a linked device, or thaws it, for its phone. */
    static boolean freeze(Handle handle, String accountId, String sessionId, @Nullable Instant at) {
        boolean changed = handle.createUpdate("""
                                UPDATE sessions SET frozen_at = :at
                                WHERE id = :id AND account_id = :account AND kind = 'WEB' AND ended_at IS NULL
                                    AND (frozen_at IS NULL) <> (CAST(:at AS BIGINT) IS NULL)
                                """)
                        .bind("at", Timestamps.millis(at))
                        .bind("id", sessionId)
                        .bind("account", accountId)
                        .execute()
                == 1;
        if (changed && at != null) {
            writeFeed(handle, List.of(sessionId), at);
        }
        return changed;
    }

    private static List<Session> reached(Handle handle, SessionScope scope) {
        String which = switch (scope) {
            case SessionScope.One one -> "(id = :session OR phone = :session)";
            case SessionScope.Linked linked -> "kind = 'WEB'";
            case SessionScope.Whole whole -> "1 = 1";
            case SessionScope.AllBut allBut -> "id <> :session";
        };
        // 'PHONE' sorts before 'WEB'.
        Query query = handle.createQuery("SELECT * FROM sessions WHERE account_id = :account AND ended_at IS NULL AND "
                        + which + " ORDER BY kind, created_at, id")
                .bind("account", scope.accountId());
        sessionOf(scope).ifPresent(session -> query.bind("session", session));
        return query.map((row, context) -> SessionRows.read(row).session()).list();
    }

    private static Optional<String> sessionOf(SessionScope scope) {
        return switch (scope) {
            case SessionScope.One one -> Optional.of(one.sessionId());
            case SessionScope.AllBut allBut -> Optional.of(allBut.sessionId());
            case SessionScope.Linked linked -> Optional.empty();
            case SessionScope.Whole whole -> Optional.empty();
        };
    }

    private static Logout logoutOf(Session session, SessionTermination ending) {
        boolean onlyBecauseOfItsPhone = ending.scope() instanceof SessionScope.One one
                && !one.sessionId().equals(session.id());
        return onlyBecauseOfItsPhone ? ending.underPhone() : ending.logout();
    }

    private static void writeTombstones(Handle handle, List<EndedSession> ended) {
        PreparedBatch tombstones = handle.prepareBatch("""
                UPDATE sessions SET ended_reason = :reason, ended_by = :by, ended_at = :at, ended_until = :until,
                    ended_note = :note
                WHERE id = :id
                """);
        for (EndedSession each : ended) {
            tombstones
                    .bind("reason", each.logout().reason())
                    .bind("by", each.logout().by())
                    .bind("at", Timestamps.millis(each.logout().at()))
                    .bind("until", Timestamps.millis(each.logout().until()))
                    .bind("note", each.logout().note())
                    .bind("id", each.session().id())
                    .add();
        }
        tombstones.execute();
    }

    private static void writeFeed(Handle handle, List<String> sessions, Instant at) {
        handle.createUpdate("UPDATE revocation_head SET sequence = sequence + :count")
                .bind("count", sessions.size())
                .execute();
        long last = handle.createQuery("SELECT sequence FROM revocation_head")
                .mapTo(Long.class)
                .one();
        PreparedBatch feed = handle.prepareBatch(
                "INSERT INTO revocations (sequence, session_id, ended_at) VALUES (:sequence, :session, :at)");
        long next = last - sessions.size();
        for (String session : sessions) {
            next++;
            feed.bind("sequence", next)
                    .bind("session", session)
                    .bind("at", Timestamps.millis(at))
                    .add();
        }
        feed.execute();
    }
}
