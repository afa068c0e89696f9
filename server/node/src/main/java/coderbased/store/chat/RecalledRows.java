package coderbased.store.chat;

import coderbased.chat.ChatWrite.Recall;
import coderbased.chat.ChatWritten;
import coderbased.chat.ChatWritten.Hearers;
import coderbased.chat.Conversation;
import coderbased.protocol.ChatMessage;
import coderbased.store.Statements;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The reader, within a writing transaction, of what everybody has to be told of a conversation. */
final class RecalledRows {

    private final Statements statements;
    private final MemberRecords members;
    private final MessageLog log;

    RecalledRows(Statements statements, MemberRecords members, MessageLog log) {
        this.statements = statements;
        this.members = members;
        this.log = log;
    }

    ChatWritten read(Recall recall) throws SQLException {
        String conversation = recall.conversationId();
        boolean whole = recall.seq() <= Recall.WHOLE;
        ChatMessage message =
                log.latest(conversation, Math.max(recall.seq(), 0)).orElse(null);
        Map<String, Conversation> seenBy = whole ? new ConversationRows(statements).seenByAll(conversation) : Map.of();
        Set<String> gone = new HashSet<>(recall.leavers());
        gone.removeAll(members.accounts(conversation));
        return new ChatWritten.Recalled(
                conversation,
                message,
                message == null ? Hearers.alike(Set.of()) : members.hearers(message),
                seenBy,
                gone,
                recall.seq() == Recall.PARTS || !recall.invited().isEmpty(),
                new InvitationLists(statements).of(recall.invited()));
    }
}
