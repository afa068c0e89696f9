package coderbased.store;

import coderbased.chat.ChatStore;
import coderbased.chat.ChatWrite;
import coderbased.chat.ChatWritten;
import coderbased.chat.Conversation;
import coderbased.protocol.ChatMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;

/** Conversations and messages in an SQLite file. */
public final class SqliteChatStore implements ChatStore {

    private final Database database;

    /** Over an open database, which stays the caller's. */
    public SqliteChatStore(Database database) {
        this.database = database;
    }

    @Override
    public List<ChatWritten> commit(List<ChatWrite> writes, Instant at) {
        try {
            return database.write(handle -> unchecked(() -> commit(handle.getConnection(), writes, at)));
        } catch (JdbiException | Refused refused) {
            throw new StoreUnavailable("the database could not be written", refused);
        }
    }

    @Override
    public List<Conversation> conversationsOf(String accountId) {
        return read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(ChatRows.CONVERSATIONS)) {
                query.setString(1, accountId);
                return ChatRows.conversations(query);
            }
        });
    }

    @Override
    public List<ChatMessage> after(String conversationId, long seq, int limit) {
        return read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT * FROM messages WHERE conversation_id = ? AND seq > ? ORDER BY seq LIMIT ?")) {
                return page(query, conversationId, seq, limit);
            }
        });
    }

    @Override
    public Optional<List<ChatMessage>> before(String conversationId, String readerId, long seq, int limit) {
        return read(connection -> {
            if (!isMember(connection, conversationId, readerId)) {
                return Optional.empty();
            }
            try (PreparedStatement query = connection.prepareStatement(
                    "SELECT * FROM messages WHERE conversation_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?")) {
                return Optional.of(page(query, conversationId, seq, limit).reversed());
            }
        });
    }

    private static List<ChatWritten> commit(Connection connection, List<ChatWrite> writes, Instant at)
            throws SQLException {
        List<ChatWritten> results = new ArrayList<>(writes.size());
        try (ChatCommit commit = new ChatCommit(connection, at)) {
            for (ChatWrite write : writes) {
                results.add(commit.write(write));
            }
        }
        return results;
    }

    private static List<ChatMessage> page(PreparedStatement query, String conversationId, long seq, int limit)
            throws SQLException {
        query.setString(1, conversationId);
        query.setLong(2, seq);
        query.setInt(3, limit);
        return ChatRows.messages(query);
    }

    private static boolean isMember(Connection connection, String conversationId, String accountId)
            throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM members WHERE conversation_id = ? AND account_id = ?")) {
            query.setString(1, conversationId);
            query.setString(2, accountId);
            return query.executeQuery().next();
        }
    }

    private <T> T read(Work<T> work) {
        try {
            return database.read(handle -> unchecked(() -> work.on(handle.getConnection())));
        } catch (JdbiException | Refused refused) {
            throw new StoreUnavailable("the database could not be read", refused);
        }
    }

    private static <T> T unchecked(Statements<T> statements) {
        try {
            return statements.run();
        } catch (SQLException refused) {
            throw new Refused(refused);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private interface Statements<T> {
        T run() throws SQLException;
    }

    /** The database refused; carries that through code that knows no checked exceptions. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(SQLException cause) {
            super(cause);
        }
    }
}
