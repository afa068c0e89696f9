package coderbased.store;

import coderbased.protocol.ChatMessage;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** A word index with PostgreSQL's {@code tsvector}, without its dictionaries. */
final class PostgresWordIndex extends WordIndex {

    private static final String FOUND =
            "SELECT " + MessageRows.COLUMNS + """
             FROM message_words w JOIN messages m ON m.id = w.message_id
            """ + MessageRows.SEEN_BY + MessageRows.SEEN_QUOTE + """
             WHERE w.words @@ CAST(? AS tsquery) AND w.message_id < ?
             ORDER BY w.message_id DESC LIMIT ?
            """;

    /** Begins a conversation's id; occurs in no word. */
    private static final String PLACE = "@";

    /** The last position that the index knows; later words count as being there. */
    private static final int LAST_POSITION = 16_383;

    PostgresWordIndex(Statements statements) {
        super(statements);
    }

    @Override
    void add(long id, String conversation, List<String> words) throws SQLException {
        statements.run(
                "INSERT INTO message_words (message_id, words) VALUES (?, CAST(? AS tsvector))",
                id,
                vector(conversation, words));
    }

    @Override
    void remove(long id) throws SQLException {
        statements.run("DELETE FROM message_words WHERE message_id = ?", id);
    }

    @Override
    String unindexed() {
        return "SELECT m.id, m.conversation_id, m.body FROM messages m WHERE NOT EXISTS (SELECT 1 FROM"
                + " message_words w WHERE w.message_id = m.id) AND m.id > ? ORDER BY m.id LIMIT ?";
    }

    @Override
    List<ChatMessage> find(String reader, List<String> places, List<List<String>> phrases, long before, int limit)
            throws SQLException {
        return statements.list(FOUND, MessageRows::read, reader, query(places, phrases), before, limit);
    }

    private static String vector(String conversation, List<String> words) {
        Map<String, StringJoiner> positions = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            positions
                    .computeIfAbsent(words.get(i), word -> new StringJoiner(","))
                    .add(String.valueOf(Math.min(i + 1, LAST_POSITION)));
        }
        String all = positions.entrySet().stream()
                .map(word -> quoted(word.getKey()) + ":" + word.getValue())
                .collect(Collectors.joining(" "));
        return quoted(PLACE + conversation) + " " + all;
    }

    private static String query(List<String> places, List<List<String>> phrases) {
        String where = places.stream().map(place -> quoted(PLACE + place)).collect(Collectors.joining(" | "));
        String what = phrases.stream()
                .map(phrase ->
                        phrase.stream().map(PostgresWordIndex::quoted).collect(Collectors.joining(" <-> ", "(", ":*)")))
                .collect(Collectors.joining(" & "));
        return "(" + where + ") & " + what;
    }

    /** Returns one word of the query language, whatever characters it has. */
    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
