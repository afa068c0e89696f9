package coderbased.store;

import coderbased.protocol.ChatMessage;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** A word index with SQLite's full-text search (FTS5); the only class that knows it. */
final class SqliteWordIndex extends WordIndex {

    private static final String FOUND =
            "SELECT " + MessageRows.COLUMNS + """
             FROM message_words CROSS JOIN messages m ON m.id = message_words.rowid
            """ + MessageRows.SEEN_BY + MessageRows.SEEN_QUOTE + """
             WHERE message_words MATCH ? AND message_words.rowid < ?
             ORDER BY message_words.rowid DESC LIMIT ?
            """;

    SqliteWordIndex(Statements statements) {
        super(statements);
    }

    @Override
    void add(long id, String conversation, List<String> words) throws SQLException {
        statements.run(
                "INSERT INTO message_words (rowid, conversation, words) VALUES (?, ?, ?)",
                id,
                conversation,
                String.join(" ", words));
    }

    @Override
    void remove(long id) throws SQLException {
        statements.run("DELETE FROM message_words WHERE rowid = ?", id);
    }

    @Override
    String unindexed() {
        return "SELECT m.id, m.conversation_id, m.body FROM messages m WHERE NOT EXISTS (SELECT 1 FROM"
                + " message_words_docsize w WHERE w.id = m.id) AND m.id > ? ORDER BY m.id LIMIT ?";
    }

    @Override
    List<ChatMessage> find(String reader, List<String> places, List<List<String>> phrases, long before, int limit)
            throws SQLException {
        return statements.list(FOUND, MessageRows::read, reader, expression(places, phrases), before, limit);
    }

    private static String expression(List<String> places, List<List<String>> phrases) {
        String where = places.stream().map(SqliteWordIndex::quoted).collect(Collectors.joining(" OR "));
        String what = phrases.stream()
                .map(words -> quoted(String.join(" ", words)) + "*")
                .collect(Collectors.joining(" AND "));
        return "conversation : (" + where + ") AND words : (" + what + ")";
    }

    /** Returns a string of the query language: its content is searched for, not interpreted. */
    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
