package coderbased.store;

import coderbased.chat.SearchTerms;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds messages by their words: SQLite's full-text index (FTS5), and the only class that knows it.
 *
 * <p>A message's conversation is in the index as one more word. So the search goes through the hits in the reader's own
 * conversations and no others, however much everybody else has said.
 */
final class WordIndex {

    private static final String FOUND =
            "SELECT " + MessageRows.COLUMNS + """
             FROM message_words CROSS JOIN messages m ON m.id = message_words.rowid
            """ + MessageRows.SEEN_BY + MessageRows.QUOTED + """
             WHERE message_words MATCH ? AND message_words.rowid < ?
             ORDER BY message_words.rowid DESC LIMIT ?
            """;

    private static final String MY_CONVERSATIONS =
            "SELECT conversation_id FROM members WHERE account_id = ? AND left_at IS NULL";

    private final Statements statements;

    WordIndex(Statements statements) {
        this.statements = statements;
    }

    void put(long id, String conversation, Body body) throws SQLException {
        String words = Indexed.of(words(body));
        if (!words.isEmpty()) {
            statements.run(
                    "INSERT INTO message_words (rowid, conversation, words) VALUES (?, ?, ?)", id, conversation, words);
        }
    }

    /** The message has another body, or none any more. */
    void replace(String conversation, long seq, Body body) throws SQLException {
        long id = statements
                .first(
                        "SELECT id FROM messages WHERE conversation_id = ? AND seq = ?",
                        row -> row.getLong(1),
                        conversation,
                        seq)
                .orElseThrow(() -> new SQLException("a message that was changed is not there"));
        statements.run("DELETE FROM message_words WHERE rowid = ?", id);
        put(id, conversation, body);
    }

    /** Up to {@code limit} messages that the reader may see, newest first. */
    List<ChatMessage> find(String reader, SearchTerms terms, int limit) throws SQLException {
        List<String> places = statements.list(MY_CONVERSATIONS, row -> row.getString(1), reader).stream()
                .filter(place ->
                        terms.conversationId() == null || terms.conversationId().equals(place))
                .toList();
        if (places.isEmpty()) {
            return List.of();
        }
        return statements.list(
                FOUND, MessageRows::read, reader, expression(places, terms.words()), before(reader, terms), limit);
    }

    private long before(String reader, SearchTerms terms) throws SQLException {
        SearchTerms.Position before = terms.before();
        return before == null
                ? Long.MAX_VALUE
                : statements
                        .first(
                                "SELECT m.id FROM messages m " + MessageRows.SEEN_BY
                                        + " WHERE m.conversation_id = ? AND m.seq = ?",
                                row -> row.getLong(1),
                                reader,
                                before.conversationId(),
                                before.seq())
                        .orElse(0L);
    }

    private static String expression(List<String> places, List<String> words) {
        String where = places.stream().map(WordIndex::quoted).collect(Collectors.joining(" OR "));
        String what = words.stream().map(word -> quoted(Indexed.of(word)) + "*").collect(Collectors.joining(" AND "));
        return "conversation : (" + where + ") AND words : (" + what + ")";
    }

    /** A string of the query language: whatever is in it, it is searched for, not obeyed. */
    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String words(Body body) {
        return switch (body) {
            case Body.Text text -> text.text();
            case Body.File file -> file.name() + "\n" + file.caption();
            case Body.Notice notice -> "";
            case Body.Deleted deleted -> "";
        };
    }
}
