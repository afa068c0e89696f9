package coderbased.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** PostgreSQL and compatible databases: many writers at once, on many nodes. */
public final class PostgresDialect implements Dialect {

    /** PostgreSQL's text holds every character but this one. */
    private static final char NUL = '\0';

    private static final char NUL_REPLACEMENT = '\uFFFD';

    private static final Pattern ESCAPED = Pattern.compile("\\\\[0\\\\]");

    @Override
    public String joinInThisOrder() {
        return "JOIN";
    }

    @Override
    public String text(String any) {
        return any.replace(NUL, NUL_REPLACEMENT);
    }

    @Override
    public String holdable(String any) {
        return any.replace("\\", "\\\\").replace("\0", "\\0");
    }

    @Override
    public String original(String held) {
        return ESCAPED.matcher(held).replaceAll(found -> found.group().equals("\\0") ? "\0" : "\\\\");
    }

    @Override
    public String forUpdate() {
        return " FOR UPDATE";
    }

    @Override
    public void lockAccount(Handle handle, String accountId) {
        handle.createQuery("SELECT id FROM accounts WHERE id = :id FOR UPDATE")
                .bind("id", accountId)
                .mapTo(String.class)
                .findOne();
    }

    /** Every transaction locks in the same order, so that no two wait for each other. */
    @Override
    public void lockConversations(Connection connection, Set<String> conversationIds) throws SQLException {
        Array ids = connection.createArrayOf(
                "text", conversationIds.stream().map(this::text).toArray());
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT id FROM conversations WHERE id = ANY (?) ORDER BY id FOR UPDATE")) {
            lock.setArray(1, ids);
            lock.executeQuery().close();
        }
    }

    @Override
    public MessageIds messageIds(Statements statements) {
        return () -> statements
                .first("SELECT nextval('message_ids')", row -> row.getLong(1))
                .orElseThrow(() -> new SQLException("the sequence of messages gave no number"));
    }

    @Override
    public Schema.Engine engine() {
        return Schema.Engine.POSTGRESQL;
    }
}
