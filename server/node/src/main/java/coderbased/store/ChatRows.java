package coderbased.store;

import coderbased.chat.Conversation;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Wire;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conversations and messages as rows. A body is kept as the JSON it travels in, so that any Unicode comes back. */
final class ChatRows {

    /** Every column of a conversation, one row for each member; the caller adds the condition. Ends in a WHERE. */
    static final String CONVERSATIONS = """
            SELECT c.id, c.last_seq, other.account_id, other.read_seq,
                last.conversation_id, last.seq, last.client_id, last.sender_id, last.sent_at, last.body
            FROM members mine
            JOIN conversations c ON c.id = mine.conversation_id
            JOIN members other ON other.conversation_id = c.id
            LEFT JOIN messages last ON last.conversation_id = c.id AND last.seq = c.last_seq
            WHERE mine.account_id = ?
            """;

    private ChatRows() {}

    /** What a query that begins with {@link #CONVERSATIONS} finds. */
    static List<Conversation> conversations(PreparedStatement query) throws SQLException {
        Map<String, Conversation> found = new LinkedHashMap<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                Conversation conversation = found.get(row.getString("id"));
                if (conversation == null) {
                    conversation = conversation(row);
                    found.put(conversation.id(), conversation);
                }
                conversation.readSeqs().put(row.getString("account_id"), row.getLong("read_seq"));
            }
        }
        return new ArrayList<>(found.values());
    }

    /** The messages that a query finds. */
    static List<ChatMessage> messages(PreparedStatement query) throws SQLException {
        List<ChatMessage> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(message(row));
            }
        }
        return found;
    }

    private static Conversation conversation(ResultSet row) throws SQLException {
        long lastSeq = row.getLong("last_seq");
        @Nullable ChatMessage last = lastSeq == 0 ? null : message(row);
        return new Conversation(row.getString("id"), new LinkedHashMap<>(), lastSeq, last);
    }

    private static ChatMessage message(ResultSet row) throws SQLException {
        return new ChatMessage(
                row.getString("conversation_id"),
                row.getLong("seq"),
                row.getString("client_id"),
                row.getString("sender_id"),
                Moments.read(row, "sent_at"),
                body(row.getString("body")));
    }

    private static Body body(String json) throws SQLException {
        try {
            return Wire.read(json, Body.class);
        } catch (Wire.Malformed damaged) {
            throw new SQLException("a stored message can not be read: " + damaged.getMessage(), damaged);
        }
    }
}
