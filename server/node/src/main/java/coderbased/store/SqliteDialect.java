package coderbased.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** SQLite, with one writer at a time and a choice of the order of joins. */
public final class SqliteDialect implements Dialect {

    @Override
    public String joinInThisOrder() {
        return "CROSS JOIN";
    }

    @Override
    public String text(String any) {
        return any;
    }

    @Override
    public String holdable(String any) {
        return any;
    }

    @Override
    public String original(String held) {
        return held;
    }

    @Override
    public String forUpdate() {
        return "";
    }

    @Override
    public void lockAccount(Handle handle, String accountId) {}

    @Override
    public void lockConversations(Connection connection, Set<String> conversationIds) {}

    @Override
    public MessageIds messageIds(Statements statements) {
        return new Counted(statements);
    }

    @Override
    public Schema.Engine engine() {
        return Schema.Engine.SQLITE;
    }

    /** Reads the last id once and counts from there, because nobody else writes meanwhile. */
    private static final class Counted implements MessageIds {

        private final Statements statements;
        private long last = -1;

        Counted(Statements statements) {
            this.statements = statements;
        }

        @Override
        public long next() throws SQLException {
            if (last < 0) {
                last = statements
                        .first("SELECT COALESCE(MAX(id), 0) FROM messages", row -> row.getLong(1))
                        .orElse(0L);
            }
            return ++last;
        }
    }
}
