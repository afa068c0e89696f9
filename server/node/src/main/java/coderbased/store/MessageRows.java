package coderbased.store;

import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatMessage.Quote;
import coderbased.protocol.ChatMessage.Reaction;
import coderbased.protocol.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages as rows. Bodies and reactions are stored as the JSON of the wire, so that any Unicode comes back. A quote is
 * looked up when its message is read, so that deleted text is gone from every quote.
 */
public final class MessageRows {

    /** Every column of a message that {@link #read} reads. */
    public static final String COLUMNS = """
             m.conversation_id, m.seq, m.rev, m.sender_id, m.client_id, m.sent_at, m.edited_at, m.body, m.forwarded,
             m.reactions, m.reply_to, quoted.sender_id AS quoted_sender, quoted.body AS quoted_body
            """;

    private static final String QUOTED =
            " LEFT JOIN messages quoted ON quoted.conversation_id = m.conversation_id AND quoted.seq = m.reply_to ";

    /** Adds the message that a message {@code m} quotes, if the member {@code mine} may see it. */
    public static final String SEEN_QUOTE = QUOTED + " AND quoted.seq >= mine.first_seq ";

    /** Messages with what they quote, without a check of the reader; the caller adds the condition. */
    public static final String SELECT = "SELECT " + COLUMNS + " FROM messages m " + QUOTED;

    /** The same for a reader: takes the first number that the reader may see. */
    public static final String SELECT_SEEN = SELECT + " AND quoted.seq >= ? ";

    /**
     * The condition that a reader may see the message: takes the account. The plus keeps the planner from searching by
     * that number.
     */
    public static final String SEEN_BY = """
             JOIN members mine ON mine.conversation_id = m.conversation_id AND mine.account_id = ?
             AND mine.left_at IS NULL AND +m.seq >= mine.first_seq
            """;

    private MessageRows() {}

    /** Returns the message on the cursor's row. */
    public static ChatMessage read(ResultSet row) throws SQLException {
        long seq = row.getLong("seq");
        String clientId = row.getString("client_id");
        String conversation = row.getString("conversation_id");
        return new ChatMessage(
                conversation,
                seq,
                row.getLong("rev"),
                clientId == null ? eventName(seq) : clientId,
                row.getString("sender_id"),
                Timestamps.read(row, "sent_at"),
                body(conversation, seq, row.getString("body")),
                quote(conversation, row),
                row.getBoolean("forwarded"),
                Timestamps.readOrNull(row, "edited_at"),
                reactions(conversation, seq, row.getString("reactions")));
    }

    /** Returns the stored sender's name of a message that no device sent. */
    public static String eventName(long seq) {
        return "event-" + seq;
    }

    /** Returns the body in that JSON, or the one that is shown in place of a damaged one. */
    public static Body body(String conversation, long seq, String json) {
        try {
            return Wire.read(json, Body.class);
        } catch (Wire.Malformed _) {
            return DamagedRows.body(conversation, seq);
        }
    }

    /** Returns the body in that JSON for an index of words, which finds none in a damaged one. */
    public static Body indexed(String json) {
        try {
            return Wire.read(json, Body.class);
        } catch (Wire.Malformed _) {
            return new Body.Deleted();
        }
    }

    private static List<Reaction> reactions(String conversation, long seq, @Nullable String json) {
        try {
            return json == null ? List.of() : List.of(Wire.read(json, Reaction[].class));
        } catch (Wire.Malformed _) {
            DamagedRows.log(conversation, seq, "list of reactions");
            return List.of();
        }
    }

    private static @Nullable Quote quote(String conversation, ResultSet row) throws SQLException {
        String body = row.getString("quoted_body");
        if (body == null) {
            return null;
        }
        long seq = row.getLong("reply_to");
        return new Quote(
                seq,
                row.getString("quoted_sender"),
                body(conversation, seq, body).shortened());
    }
}
