package coderbased.store.files;

import coderbased.files.FileCopy;
import coderbased.files.KeptFile;
import coderbased.protocol.Body;
import coderbased.store.MessageRows;
import coderbased.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Stored files as rows, with the rows that use them. */
final class FileRows {

    /** The name under which a group's picture is downloaded. */
    private static final String PICTURE = "picture.jpg";

    private static final String UNNAMED = "file";

    static final String IS_USED = """
            (EXISTS (SELECT 1 FROM messages WHERE file_sha256 = files.sha256)
            OR EXISTS (SELECT 1 FROM conversations WHERE picture = files.sha256)
            OR EXISTS (SELECT 1 FROM uploads WHERE sha256 = files.sha256 AND complete))
            """;

    private FileRows() {}

    static Optional<KeptFile> ofMessage(Handle handle, String accountId, String conversationId, long seq) {
        return handle.createQuery("""
                        SELECT f.sha256, f.upload_id, f.size, m.body
                        FROM members mine
                        JOIN messages m ON m.conversation_id = mine.conversation_id AND m.seq >= mine.first_seq
                        JOIN files f ON f.sha256 = m.file_sha256
                        WHERE mine.account_id = :account AND mine.left_at IS NULL
                            AND mine.conversation_id = :conversation AND m.seq = :seq
                        """)
                .bind("account", accountId)
                .bind("conversation", conversationId)
                .bind("seq", seq)
                .map((row, context) -> new KeptFile(copy(row), row.getLong("size"), name(row.getString("body"))))
                .findOne();
    }

    static Optional<KeptFile> ofGroup(Handle handle, String accountId, String conversationId) {
        return handle.createQuery("""
                        SELECT f.sha256, f.upload_id, f.size
                        FROM members mine
                        JOIN conversations c ON c.id = mine.conversation_id
                        JOIN files f ON f.sha256 = c.picture
                        WHERE mine.account_id = :account AND mine.left_at IS NULL
                            AND mine.conversation_id = :conversation
                        """)
                .bind("account", accountId)
                .bind("conversation", conversationId)
                .map((row, context) -> new KeptFile(copy(row), row.getLong("size"), PICTURE))
                .findOne();
    }

    /**
     * Returns the bytes that the account has on the server: each of its files once, however many messages carry it, and
     * uploads under way.
     */
    static long bytesOf(Handle handle, String accountId) {
        return handle.createQuery("""
                        SELECT COALESCE(SUM(size), 0) FROM (
                            SELECT sha256, size FROM uploads WHERE account_id = :account
                            UNION
                            SELECT f.sha256, f.size FROM messages m JOIN files f ON f.sha256 = m.file_sha256
                            WHERE m.sender_id = :account AND m.file_sha256 IS NOT NULL
                        ) AS theirs
                        """)
                .bind("account", accountId)
                .mapTo(Long.class)
                .one();
    }

    static boolean isUseToNote(Handle handle) {
        return handle.createQuery("SELECT 1 FROM files WHERE (unused_since IS NULL) <> " + IS_USED + " LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    static int noteUse(Handle handle, Instant now) {
        int nowUsed =
                handle.execute("UPDATE files SET unused_since = NULL WHERE unused_since IS NOT NULL AND " + IS_USED);
        int nowUnused = handle.createUpdate(
                        "UPDATE files SET unused_since = :now WHERE unused_since IS NULL AND NOT " + IS_USED)
                .bind("now", Timestamps.millis(now))
                .execute();
        return nowUsed + nowUnused;
    }

    /** Returns a file's name; a damaged message still gives its bytes, without their name. */
    private static String name(String json) {
        return MessageRows.indexed(json) instanceof Body.File file ? file.name() : UNNAMED;
    }

    static FileCopy copy(ResultSet row) throws SQLException {
        return new FileCopy(row.getString("sha256"), row.getString("upload_id"));
    }
}
