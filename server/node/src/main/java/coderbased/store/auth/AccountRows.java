package coderbased.store.auth;

import coderbased.auth.session.Account;
import coderbased.auth.session.AccountBan;
import coderbased.auth.session.AccountChange;
import coderbased.protocol.Secret;
import coderbased.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Conversion between an {@link Account} and its row. */
final class AccountRows {

    private AccountRows() {}

    static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getString("id"),
                row.getString("handle"),
                row.getString("name"),
                new Secret(row.getString("password_hash")),
                Timestamps.read(row, "created_at"),
                ban(row),
                Timestamps.readOrNull(row, "deleted_at"));
    }

    static Optional<Account> byId(Handle handle, String accountId) {
        return handle.createQuery("SELECT * FROM accounts WHERE id = :id")
                .bind("id", accountId)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** Inserts an account; false if its handle is taken. */
    static boolean insert(Handle handle, Account account) {
        boolean free = handle.createUpdate("""
                        INSERT INTO accounts (id, handle, name, sort_name, password_hash, created_at)
                        VALUES (:id, :handle, :name, :sort, :hash, :created)
                        ON CONFLICT (handle) DO NOTHING
                        """)
                        .bind("id", account.id())
                        .bind("handle", account.handle())
                        .bind("name", account.name())
                        .bind("sort", account.sortName())
                        .bind("hash", account.passwordHash().value())
                        .bind("created", Timestamps.millis(account.createdAt()))
                        .execute()
                == 1;
        if (free) {
            AccountSearch.add(handle, account);
        }
        return free;
    }

    static void change(Handle handle, String accountId, AccountChange change) {
        switch (change) {
            case AccountChange.None nothing -> {}
            case AccountChange.Banned banned -> setBan(handle, accountId, banned.ban());
            case AccountChange.Deleted deleted -> wipe(handle, accountId, deleted.at());
            case AccountChange.NewPassword password ->
                handle.createUpdate("UPDATE accounts SET password_hash = :hash WHERE id = :id AND deleted_at IS NULL")
                        .bind("hash", password.hash().value())
                        .bind("id", accountId)
                        .execute();
        }
    }

    static void setBan(Handle handle, String accountId, @Nullable AccountBan ban) {
        handle.createUpdate("""
                        UPDATE accounts SET banned_at = :at, banned_until = :until, ban_note = :note
                        WHERE id = :id AND deleted_at IS NULL
                        """)
                .bind("at", Timestamps.millis(ban == null ? null : ban.at()))
                .bind("until", Timestamps.millis(ban == null ? null : ban.until()))
                .bind("note", ban == null ? null : ban.note())
                .bind("id", accountId)
                .execute();
    }

    private static void wipe(Handle handle, String accountId, Instant at) {
        AccountSearch.forget(handle, accountId);
        handle.createUpdate("UPDATE accounts SET name = :name, password_hash = '', deleted_at = :at WHERE id = :id")
                .bind("name", Account.DELETED_NAME)
                .bind("at", Timestamps.millis(at))
                .bind("id", accountId)
                .execute();
    }

    private static @Nullable AccountBan ban(ResultSet row) throws SQLException {
        Instant at = Timestamps.readOrNull(row, "banned_at");
        return at == null
                ? null
                : new AccountBan(at, Timestamps.readOrNull(row, "banned_until"), row.getString("ban_note"));
    }
}
