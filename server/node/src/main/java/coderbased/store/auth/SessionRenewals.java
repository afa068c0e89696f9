package coderbased.store.auth;

import coderbased.auth.session.Renewal;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionRow;
import coderbased.store.Timestamps;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statement of a {@link Renewal}: it compares everything that may have changed since the row was read. */
final class SessionRenewals {

    private SessionRenewals() {}

    static Optional<Session> renew(Handle handle, Renewal renewal) {
        int renewed = handle.createUpdate("""
                        UPDATE sessions SET generation = :generation, token_id = :token, renewed_at = :now,
                            last_active_at = :now, address = :address, admitted_at = COALESCE(admitted_at, :now),
                            renewals = renewals + 1
                        WHERE id = :id AND ended_at IS NULL AND frozen_at IS NULL
                            AND (admitted_at IS NULL OR renewed_at <= :opened OR renewed_at > :now)
                            AND (generation < :generation
                                OR (generation = :generation AND (token_id IS NULL OR token_id = :token)))
                        """)
                .bind("generation", renewal.token().generation())
                .bind("token", renewal.token().tokenId())
                .bind("now", Timestamps.millis(renewal.now()))
                .bind("opened", Timestamps.millis(renewal.opened()))
                .bind("address", renewal.address())
                .bind("id", renewal.token().sessionId())
                .execute();
        return renewed == 0
                ? Optional.empty()
                : SessionQueries.session(handle, renewal.token().sessionId()).map(SessionRow::session);
    }
}
