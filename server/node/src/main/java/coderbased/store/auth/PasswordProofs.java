package coderbased.store.auth;

import coderbased.auth.session.Confirmation;
import coderbased.store.Timestamps;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The statement that compares a {@link Confirmation} with what is stored now, and records it. */
final class PasswordProofs {

    private PasswordProofs() {}

    /** Records that the password was typed; false, without a change, if session or password have changed. */
    static boolean note(Handle handle, Confirmation confirmed, Instant now) {
        return handle.createUpdate("""
                        UPDATE sessions SET password_at = :now
                        WHERE id = :id AND ended_at IS NULL AND EXISTS (
                            SELECT 1 FROM accounts WHERE accounts.id = sessions.account_id
                                AND accounts.password_hash = :hash AND accounts.deleted_at IS NULL)
                        """)
                        .bind("now", Timestamps.millis(now))
                        .bind("id", confirmed.phoneSession())
                        .bind("hash", confirmed.passwordHash().value())
                        .execute()
                == 1;
    }
}
