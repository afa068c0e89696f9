package coderbased.store.chat;

import coderbased.chat.RefusalReason;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatMessage.Quote;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import coderbased.store.DamagedRows;
import coderbased.store.Dialect;
import coderbased.store.MessageRows;
import coderbased.store.Statements;
import coderbased.store.Timestamps;
import coderbased.store.WordIndex;
import coderbased.store.WordIndexes;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one transaction: gives each its place and each change its number, and keeps the word index up to
 * date. In each conversation, times follow the order of the numbers, whatever a node's clock does: a message is never
 * earlier than the one before it.
 */
final class MessageLog {

    /** The bytes around a message in its frame, and those by which an edited quote may still grow. */
    private static final int RESERVED_BYTES = 6 * 1024;

    private final Statements statements;
    private final WordIndex words;
    private final Dialect.MessageIds ids;
    private final MemberRecords members;
    private final Instant at;
    private final Map<String, Head> heads = new HashMap<>();

    MessageLog(Statements statements, MemberRecords members, Instant at) {
        this.statements = statements;
        this.members = members;
        this.at = at;
        words = WordIndexes.of(statements);
        ids = statements.dialect().messageIds(statements);
    }

    /**
     * The newest numbers of a conversation.
     *
     * @param newestAt the time of its newest message
     */
    private record Head(long seq, long rev, Instant newestAt) {}

    /** Returns the message that was changed last, or a given one; empty if there is none. */
    Optional<ChatMessage> latest(String conversation, long seq) throws SQLException {
        String which =
                seq == 0 ? " WHERE m.conversation_id = ? AND m.rev = ?" : " WHERE m.conversation_id = ? AND m.seq = ?";
        return statements.first(
                MessageRows.SELECT + which,
                MessageRows::read,
                conversation,
                seq == 0 ? head(conversation).rev() : seq);
    }

    long lastSeq(String conversation) throws SQLException {
        return head(conversation).seq();
    }

    /** Returns a message as it would be if it were sent now. */
    ChatMessage next(String conversation, String sender, @Nullable String name, Body body) throws SQLException {
        Head head = head(conversation);
        long seq = head.seq() + 1;
        String shown = name == null ? MessageRows.eventName(seq) : name;
        return ChatMessage.plain(
                conversation, seq, head.rev() + 1, shown, sender, Timestamps.later(at, head.newestAt()), body);
    }

    /**
     * Stores what {@link #next} made, and marks it as read by its sender. A forwarded message is marked only if
     * everything before it was read, because one can forward without looking at the conversation.
     */
    void append(ChatMessage message) throws SQLException {
        boolean said = !(message.body() instanceof Body.GroupEvent);
        long id = ids.next();
        statements.run(
                """
                INSERT INTO messages (id, conversation_id, seq, rev, sender_id, client_id, sent_at, body, reply_to,
                    forwarded, file_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                message.conversationId(),
                message.seq(),
                message.rev(),
                message.senderId(),
                said ? message.clientMessageId() : null,
                message.sentAt().toEpochMilli(),
                Wire.write(message.body()),
                message.quote() == null ? null : message.quote().seq(),
                message.forwarded(),
                fileOf(message.body()));
        words.put(id, message.conversationId(), message.body());
        advance(message.conversationId(), new Head(message.seq(), message.rev(), message.sentAt()));
        MemberRecord sender = members.of(message.conversationId()).get(message.senderId());
        if (sender != null) {
            boolean unseen = message.forwarded() && sender.read() < message.seq() - 1;
            long read = unseen ? sender.read() : message.seq();
            // Where only the own message is new to its sender, there is no time to keep.
            boolean sawAll = sender.read() >= message.seq() - 1;
            String step = sawAll ? "" : MarkerSteps.of(sender, message.seq(), read, at);
            members.moveMarkers(message.conversationId(), sender, message.seq(), read, step);
        }
    }

    /** Stores a changed message, under the next number of a change. */
    ChatMessage change(ChatMessage from, ChatMessage to) throws SQLException {
        Head head = head(to.conversationId());
        ChatMessage changed = to.numbered(head.rev() + 1);
        statements.run(
                """
                UPDATE messages SET rev = ?, edited_at = ?, body = ?, reply_to = ?, forwarded = ?, reactions = ?,
                    file_sha256 = ? WHERE conversation_id = ? AND seq = ?
                """,
                changed.rev(),
                Timestamps.millis(changed.editedAt()),
                Wire.write(changed.body()),
                changed.quote() == null ? null : changed.quote().seq(),
                changed.forwarded(),
                changed.reactions().isEmpty() ? null : Wire.write(changed.reactions()),
                fileOf(changed.body()),
                changed.conversationId(),
                changed.seq());
        if (!changed.body().equals(from.body())) {
            words.replace(changed.conversationId(), changed.seq(), changed.body());
        }
        advance(changed.conversationId(), new Head(head.seq(), changed.rev(), head.newestAt()));
        return changed;
    }

    /** Returns the message to which a sender gave that name. */
    Optional<ChatMessage> named(String conversation, String sender, String name) throws SQLException {
        return statements.first(
                MessageRows.SELECT + " WHERE m.conversation_id = ? AND m.sender_id = ? AND m.client_id = ?",
                MessageRows::read,
                conversation,
                sender,
                name);
    }

    /** Returns a message that the reader may see and that is not damaged: a damaged one is never overwritten. */
    ChatMessage require(String conversation, MemberRecord reader, long seq) throws SQLException, WriteRefused {
        return statements
                .first(
                        MessageRows.SELECT + " WHERE m.conversation_id = ? AND m.seq = ? AND m.seq >= ?",
                        MessageRows::read,
                        conversation,
                        seq,
                        reader.firstSeq())
                .filter(message -> !DamagedRows.isShown(message.body()))
                .orElseThrow(() -> new WriteRefused(RefusalReason.NO_MESSAGE));
    }

    /** Returns the quote for an answer to a message. */
    Quote quote(String conversation, MemberRecord reader, long seq) throws SQLException, WriteRefused {
        return require(conversation, reader, seq).asQuote();
    }

    /** Refuses a message that would not fit into a frame. */
    static ChatMessage requireRoom(ChatMessage message) throws WriteRefused {
        int bytes = Wire.write(message).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Protocol.MAX_FRAME_BYTES - RESERVED_BYTES) {
            throw new WriteRefused(RefusalReason.TOO_MUCH);
        }
        return message;
    }

    private Head head(String conversation) throws SQLException {
        Head head = heads.get(conversation);
        if (head == null) {
            List<Head> found = statements.list(
                    """
                    SELECT c.last_seq, c.last_rev, m.sent_at FROM conversations c
                    LEFT JOIN messages m ON m.conversation_id = c.id AND m.seq = c.last_seq WHERE c.id = ?
                    """,
                    row -> new Head(row.getLong(1), row.getLong(2), Timestamps.read(row, "sent_at")),
                    conversation);
            head = found.isEmpty() ? new Head(0, 0, Instant.EPOCH) : found.getFirst();
            heads.put(conversation, head);
        }
        return head;
    }

    private void advance(String conversation, Head head) throws SQLException {
        statements.run(
                "UPDATE conversations SET last_seq = ?, last_rev = ? WHERE id = ?",
                head.seq(),
                head.rev(),
                conversation);
        heads.put(conversation, head);
    }

    private static @Nullable String fileOf(Body body) {
        return body instanceof Body.File file ? file.sha256() : null;
    }
}
