package coderbased.store;

import coderbased.chat.ChatWrite;
import coderbased.chat.ChatWrite.MarkRead;
import coderbased.chat.ChatWrite.OpenDirect;
import coderbased.chat.ChatWrite.Say;
import coderbased.chat.ChatWritten;
import coderbased.chat.Conversation;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Wire;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The writes of one transaction. Plain JDBC, because this is the way every message takes; each statement is prepared once
 * for all of them.
 */
final class ChatCommit implements AutoCloseable {

    private final Connection connection;
    private final Instant at;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    ChatCommit(Connection connection, Instant at) {
        this.connection = connection;
        this.at = at;
    }

    ChatWritten write(ChatWrite write) throws SQLException {
        return switch (write) {
            case Say say -> say(say);
            case MarkRead read -> markRead(read);
            case OpenDirect open -> openDirect(open);
        };
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
    }

    private ChatWritten say(Say say) throws SQLException {
        Map<String, Long> members = members(say.conversationId());
        if (!members.containsKey(say.senderId())) {
            return new ChatWritten.Unchanged();
        }
        List<ChatMessage> before = ChatRows.messages(statement(
                "SELECT * FROM messages WHERE conversation_id = ? AND sender_id = ? AND client_id = ?",
                say.conversationId(),
                say.senderId(),
                say.clientMessageId()));
        if (!before.isEmpty()) {
            return new ChatWritten.Repeated(before.getFirst());
        }
        ChatMessage message = append(say);
        if (members.get(say.senderId()) == message.seq() - 1) {
            // Nobody has to read what they said themselves.
            setRead(say.conversationId(), say.senderId(), message.seq());
        }
        return new ChatWritten.Said(message, members.keySet());
    }

    private ChatMessage append(Say say) throws SQLException {
        String conversation = say.conversationId();
        long seq = lastSeq(conversation) + 1;
        run("UPDATE conversations SET last_seq = ? WHERE id = ?", seq, conversation);
        run(
                "INSERT INTO messages (conversation_id, seq, sender_id, client_id, sent_at, body) VALUES (?, ?, ?, ?, ?, ?)",
                conversation,
                seq,
                say.senderId(),
                say.clientMessageId(),
                at.toEpochMilli(),
                Wire.write(say.body()));
        return new ChatMessage(conversation, seq, say.clientMessageId(), say.senderId(), at, say.body());
    }

    private ChatWritten markRead(MarkRead read) throws SQLException {
        Map<String, Long> members = members(read.conversationId());
        Long before = members.get(read.readerId());
        if (before == null) {
            return new ChatWritten.Unchanged();
        }
        long now = Math.min(read.seq(), lastSeq(read.conversationId()));
        if (now <= before) {
            return new ChatWritten.Unchanged();
        }
        setRead(read.conversationId(), read.readerId(), now);
        return new ChatWritten.ReadMoved(read.conversationId(), read.readerId(), now, members.keySet());
    }

    private ChatWritten openDirect(OpenDirect open) throws SQLException {
        String key = directKey(open);
        boolean make = idOf(key).isEmpty();
        if (make) {
            run(
                    "INSERT INTO conversations (id, direct_key, created_at, last_seq) VALUES (?, ?, ?, 0)",
                    open.newId(),
                    key,
                    at.toEpochMilli());
            addMember(open.newId(), open.openerId());
            addMember(open.newId(), open.otherId());
        }
        return new ChatWritten.Opened(conversation(idOf(key).getFirst(), open.openerId()), make);
    }

    private List<String> idOf(String directKey) throws SQLException {
        try (ResultSet row = statement("SELECT id FROM conversations WHERE direct_key = ?", directKey)
                .executeQuery()) {
            return row.next() ? List.of(row.getString(1)) : List.of();
        }
    }

    private Conversation conversation(String id, String reader) throws SQLException {
        return ChatRows.conversations(statement(ChatRows.CONVERSATIONS + " AND c.id = ?", reader, id))
                .getFirst();
    }

    private void addMember(String conversation, String account) throws SQLException {
        run("INSERT INTO members (conversation_id, account_id, read_seq) VALUES (?, ?, 0)", conversation, account);
    }

    private void setRead(String conversation, String account, long seq) throws SQLException {
        run("UPDATE members SET read_seq = ? WHERE conversation_id = ? AND account_id = ?", seq, conversation, account);
    }

    private long lastSeq(String conversation) throws SQLException {
        try (ResultSet row = statement("SELECT last_seq FROM conversations WHERE id = ?", conversation)
                .executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private Map<String, Long> members(String conversation) throws SQLException {
        Map<String, Long> members = new HashMap<>();
        try (ResultSet row = statement(
                        "SELECT account_id, read_seq FROM members WHERE conversation_id = ?", conversation)
                .executeQuery()) {
            while (row.next()) {
                members.put(row.getString(1), row.getLong(2));
            }
        }
        return members;
    }

    private void run(String sql, Object... values) throws SQLException {
        statement(sql, values).executeUpdate();
    }

    private PreparedStatement statement(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static String directKey(OpenDirect open) {
        boolean inOrder = open.openerId().compareTo(open.otherId()) < 0;
        return inOrder ? open.openerId() + " " + open.otherId() : open.otherId() + " " + open.openerId();
    }
}
