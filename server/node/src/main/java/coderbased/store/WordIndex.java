package coderbased.store;

import coderbased.chat.SearchTerms;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.SearchText;
import java.sql.SQLException;
import java.util.List;

/**
 * The search for messages by their words. {@link SearchText} makes the words, so that every engine finds the same; each
 * stores them in its own way.
 *
 * <p>A message's conversation is in the index as one more word. So the search reads the hits in the reader's own
 * conversations and no others, however much everybody else has written.
 */
public abstract class WordIndex {

    private static final String MY_CONVERSATIONS =
            "SELECT conversation_id FROM members WHERE account_id = ? AND left_at IS NULL";

    final Statements statements;

    WordIndex(Statements statements) {
        this.statements = statements;
    }

    /** Adds a message's words. */
    abstract void add(long id, String conversation, List<String> words) throws SQLException;

    /** Removes a message's words. */
    abstract void remove(long id) throws SQLException;

    /**
     * Returns up to {@code limit} messages that the reader may see, newest first.
     *
     * @param places the conversations to search, at least one
     * @param phrases at least one, none empty: words that follow one another, of which the last may be a beginning
     * @param before the id that a hit's id must be below
     */
    abstract List<ChatMessage> find(
            String reader, List<String> places, List<List<String>> phrases, long before, int limit) throws SQLException;

    /**
     * Returns the query for messages that are not in the index: their id, conversation and body, in the order of their
     * ids. It takes the id after which to begin, and a limit.
     */
    abstract String unindexed();

    /** True if a message contains something that can be searched for. */
    static boolean hasWords(Body body) {
        return !words(body).isEmpty();
    }

    public final void put(long id, String conversation, Body body) throws SQLException {
        List<String> words = words(body);
        if (!words.isEmpty()) {
            add(id, conversation, words);
        }
    }

    /** Replaces a message's words after its body changed or was deleted. */
    public final void replace(String conversation, long seq, Body body) throws SQLException {
        long id = statements
                .first(
                        "SELECT id FROM messages WHERE conversation_id = ? AND seq = ?",
                        row -> row.getLong(1),
                        conversation,
                        seq)
                .orElseThrow(() -> new SQLException("a message that was changed is not there"));
        remove(id);
        put(id, conversation, body);
    }

    /** Returns up to {@code limit} messages that the reader may see, newest first. */
    public final List<ChatMessage> find(String reader, SearchTerms terms, int limit) throws SQLException {
        List<String> places = statements.list(MY_CONVERSATIONS, row -> row.getString(1), reader).stream()
                .filter(place ->
                        terms.conversationId() == null || terms.conversationId().equals(place))
                .toList();
        List<List<String>> phrases =
                terms.words().stream().map(SearchText::words).toList();
        return places.isEmpty() || phrases.stream().anyMatch(List::isEmpty)
                ? List.of()
                : find(reader, places, phrases, before(reader, terms), limit);
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

    private static List<String> words(Body body) {
        return switch (body) {
            case Body.Text text -> SearchText.words(text.text());
            case Body.File file -> SearchText.words(file.name() + "\n" + file.caption());
            case Body.GroupEvent _ -> List.of();
            case Body.Deleted _ -> List.of();
        };
    }
}
