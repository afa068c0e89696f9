package coderbased.store.auth;

import coderbased.auth.session.Revocation;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionCutoffs;
import coderbased.auth.session.SessionRow;
import coderbased.store.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The statements that look sessions up. */
final class SessionQueries {

    private SessionQueries() {}

    static Optional<SessionRow> session(Handle handle, String sessionId) {
        return rows(handle.createQuery("SELECT * FROM sessions WHERE id = :id").bind("id", sessionId)).stream()
                .findFirst();
    }

    static Optional<SessionRow> sessionOfLink(Handle handle, String linkId) {
        return rows(handle.createQuery("SELECT * FROM sessions WHERE link_id = :link")
                        .bind("link", linkId))
                .stream()
                .findFirst();
    }

    static Optional<Instant> passwordProof(Handle handle, String sessionId) {
        return handle.createQuery("SELECT password_at FROM sessions WHERE id = :id AND password_at IS NOT NULL")
                .bind("id", sessionId)
                .map((row, context) -> Timestamps.read(row, "password_at"))
                .findOne();
    }

    /** Returns the account of a linked device that was never admitted; empty for any other session. */
    static Optional<String> neverAdmitted(Handle handle, String sessionId) {
        return handle.createQuery("""
                        SELECT account_id FROM sessions
                        WHERE id = :id AND admitted_at IS NULL AND link_id IS NOT NULL
                        """).bind("id", sessionId).mapTo(String.class).findOne();
    }

    static boolean isLive(Handle handle, @Nullable String sessionId) {
        return sessionId != null
                && session(handle, sessionId).map(SessionRow::isLive).orElse(false);
    }

    static List<Session> linked(Handle handle, String accountId) {
        return live(rows(handle.createQuery("""
                        SELECT * FROM sessions WHERE account_id = :account AND kind = 'WEB' AND ended_at IS NULL
                        ORDER BY created_at DESC, id
                        """).bind("account", accountId)));
    }

    static List<Session> unanswered(Handle handle, String accountId) {
        return live(rows(handle.createQuery("""
                        SELECT * FROM sessions WHERE account_id = :account AND kind = 'WEB' AND ended_at IS NULL
                            AND admitted_at IS NOT NULL AND answered_at IS NULL
                        ORDER BY created_at DESC, id
                        """).bind("account", accountId)));
    }

    static List<SessionRow> ofAccount(Handle handle, String accountId) {
        return rows(
                handle.createQuery("SELECT * FROM sessions WHERE account_id = :account ORDER BY created_at DESC, id")
                        .bind("account", accountId));
    }

    /** Uses one select per reason, so that each is answered from its own index. */
    static List<Session> overdue(Handle handle, SessionCutoffs cutoffs, int limit) {
        return live(rows(handle.createQuery("""
            SELECT * FROM sessions WHERE id IN (
                SELECT id FROM sessions
                    WHERE ended_at IS NULL AND kind = 'PHONE' AND renewed_at < :phoneRenewed
                UNION SELECT id FROM sessions
                    WHERE ended_at IS NULL AND kind = 'WEB' AND renewed_at < :webRenewed
                UNION SELECT web.id FROM sessions web JOIN sessions phone ON phone.id = web.phone
                    WHERE web.ended_at IS NULL AND phone.ended_at IS NULL
                        AND phone.kind = 'PHONE' AND phone.last_active_at < :phoneSeen
                UNION SELECT id FROM sessions
                    WHERE ended_at IS NULL AND ends_at IS NOT NULL AND ends_at <= :now
                UNION SELECT id FROM sessions
                    WHERE ended_at IS NULL AND admitted_at IS NULL AND kind = 'WEB'
                        AND created_at < :approved)
            ORDER BY kind, created_at, id LIMIT :limit
            """)
                .bind("phoneRenewed", cutoffs.phoneRenewed().toEpochMilli())
                .bind("webRenewed", cutoffs.webRenewed().toEpochMilli())
                .bind("phoneSeen", cutoffs.phoneSeen().toEpochMilli())
                .bind("approved", cutoffs.approved().toEpochMilli())
                .bind("now", cutoffs.now().toEpochMilli())
                .bind("limit", limit)));
    }

    static List<SessionRow> loggedOut(Handle handle, String accountId, Instant since, int limit) {
        return rows(handle.createQuery("""
                        SELECT * FROM sessions
                        WHERE account_id = :account AND kind = 'WEB' AND admitted_at IS NOT NULL AND ended_at >= :since
                        ORDER BY ended_at DESC, id LIMIT :limit
                        """)
                .bind("account", accountId)
                .bind("since", since.toEpochMilli())
                .bind("limit", limit));
    }

    static List<Revocation> revocations(Handle handle, long after, int limit) {
        return handle.createQuery("""
                        SELECT revocations.sequence, sessions.* FROM revocations
                            JOIN sessions ON sessions.id = revocations.session_id
                        WHERE revocations.sequence > :after
                            AND (sessions.ended_at IS NOT NULL OR sessions.frozen_at IS NOT NULL)
                        ORDER BY revocations.sequence LIMIT :limit
                        """)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> {
                    SessionRow ended = SessionRows.read(row);
                    return new Revocation(
                            row.getLong("sequence"),
                            ended.session().id(),
                            ended.session().accountId(),
                            ended.ended());
                })
                .list();
    }

    private static List<SessionRow> rows(Query query) {
        return query.map((row, context) -> SessionRows.read(row)).list();
    }

    private static List<Session> live(List<SessionRow> rows) {
        return rows.stream().map(SessionRow::session).toList();
    }
}
