package coderbased.store.auth;

import coderbased.auth.session.AuthStoreDown;
import coderbased.auth.session.LinkRecord;
import coderbased.auth.session.LinkRecords;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.LinkEntry;
import coderbased.store.Database;
import coderbased.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Link histories in a database. */
final class SqlLinkRecords implements LinkRecords {

    private final Database database;

    SqlLinkRecords(Database database) {
        this.database = database;
    }

    @Override
    public void add(String accountId, List<LinkRecord> lines) {
        try {
            database.write(handle -> {
                database.dialect().lockAccount(handle, accountId);
                append(handle, accountId, lines);
                return lines;
            });
        } catch (JdbiException e) {
            throw new AuthStoreDown("the database could not be written", e);
        }
    }

    /** Adds lines in a transaction that has locked the account. */
    static void append(Handle handle, String accountId, List<LinkRecord> lines) {
        LinkEntry last = last(handle, accountId);
        for (LinkRecord line : lines) {
            last = LinkEntry.after(last, line.at(), line.what(), line.linkId(), line.device(), line.address());
            insert(handle, accountId, last);
        }
    }

    @Override
    public List<LinkEntry> newest(String accountId, int limit) {
        try {
            return database.read(handle -> find(handle, accountId, limit)).reversed();
        } catch (JdbiException e) {
            throw new AuthStoreDown("the database could not be read", e);
        }
    }

    @Override
    public void forgetBefore(Instant moment) {
        try {
            database.write(handle -> handle.createUpdate("""
                            DELETE FROM link_history WHERE happened_at < :moment AND number < (
                                SELECT MAX(number) FROM link_history newer
                                WHERE newer.account_id = link_history.account_id)
                            """)
                    .bind("moment", Timestamps.millis(moment))
                    .execute());
        } catch (JdbiException e) {
            throw new AuthStoreDown("the database could not be written", e);
        }
    }

    private static @Nullable LinkEntry last(Handle handle, String accountId) {
        List<LinkEntry> found = find(handle, accountId, 1);
        return found.isEmpty() ? null : found.getFirst();
    }

    private static List<LinkEntry> find(Handle handle, String accountId, int limit) {
        return handle.createQuery("""
                        SELECT * FROM link_history WHERE account_id = :account ORDER BY number DESC LIMIT :limit
                        """)
                .bind("account", accountId)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list();
    }

    private static void insert(Handle handle, String accountId, LinkEntry entry) {
        handle.createUpdate("""
                        INSERT INTO link_history (account_id, number, happened_at, what, link_id, device_name,
                            device_app, device_os, address, previous, seal)
                        VALUES (:account, :number, :at, :what, :link, :name, :app, :os, :address, :previous, :seal)
                        """)
                .bind("account", accountId)
                .bind("number", entry.number())
                .bind("at", Timestamps.millis(entry.at()))
                .bind("what", entry.what())
                .bind("link", entry.linkId())
                .bind("name", entry.device().name())
                .bind("app", entry.device().app())
                .bind("os", entry.device().os())
                .bind("address", entry.address())
                .bind("previous", entry.previous())
                .bind("seal", entry.seal())
                .execute();
    }

    private static LinkEntry read(ResultSet row) throws SQLException {
        return new LinkEntry(
                row.getLong("number"),
                Timestamps.read(row, "happened_at"),
                LinkEntry.What.valueOf(row.getString("what")),
                row.getString("link_id"),
                new DeviceFacts(row.getString("device_name"), row.getString("device_app"), row.getString("device_os")),
                row.getString("address"),
                row.getString("previous"),
                row.getString("seal"));
    }
}
