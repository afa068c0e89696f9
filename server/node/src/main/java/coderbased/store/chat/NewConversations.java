package coderbased.store.chat;

import coderbased.chat.ChatWrite.CreateGroup;
import coderbased.chat.ChatWrite.OpenDirect;
import coderbased.chat.ChatWritten;
import coderbased.chat.Conversation;
import coderbased.chat.RefusalReason;
import coderbased.protocol.Body.GroupEvent;
import coderbased.protocol.GroupEventKind;
import coderbased.protocol.Protocol;
import coderbased.store.Statements;
import coderbased.store.chat.AccountUse.Used;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The creation of conversations. */
final class NewConversations {

    private final Statements statements;
    private final MessageLog log;
    private final ConversationWrites conversations;
    private final Invitations invitations;
    private final AccountUse use;

    NewConversations(
            Statements statements,
            MessageLog log,
            ConversationWrites conversations,
            Invitations invitations,
            AccountUse use) {
        this.statements = statements;
        this.log = log;
        this.conversations = conversations;
        this.invitations = invitations;
        this.use = use;
    }

    ChatWritten openDirect(OpenDirect open) throws SQLException, WriteRefused {
        String key = ConversationWrites.directKey(open.openerId(), open.otherId());
        Optional<String> known = conversations.direct(key);
        if (known.isPresent()) {
            return conversations.show(known.get(), open.openerId())
                    ? shown(known.get(), open.openerId())
                    : opened(known.get(), open.openerId());
        }
        use.require(open.openerId(), Used.conversation(0));
        use.add(open.openerId(), Used.conversation(0));
        conversations.make(open.newId(), key, null);
        conversations.addMember(open.newId(), open.openerId(), true, 0);
        if (invitations.asksStrangers()) {
            conversations.addHiddenMember(open.newId(), open.otherId());
        } else {
            conversations.addMember(open.newId(), open.otherId(), true, 0);
        }
        return new ChatWritten.Made(seenByAll(open.newId()));
    }

    /** Returns one that existed already, as that account sees it. */
    ChatWritten opened(String conversation, String account) throws SQLException, WriteRefused {
        Conversation seen = seenByAll(conversation).get(account);
        if (seen == null) {
            throw new WriteRefused(RefusalReason.NO_CONVERSATION);
        }
        return new ChatWritten.Opened(seen);
    }

    /** Returns an empty one, which the account's other devices may not know. */
    private ChatWritten shown(String conversation, String account) throws SQLException {
        Map<String, Conversation> seenBy = seenByAll(conversation);
        seenBy.keySet().retainAll(Set.of(account));
        return new ChatWritten.Made(seenBy);
    }

    ChatWritten createGroup(CreateGroup create) throws SQLException, WriteRefused {
        Set<String> others = new LinkedHashSet<>(create.otherIds());
        others.remove(create.creatorId());
        if (others.size() >= Protocol.MAX_MEMBERS) {
            throw new WriteRefused(RefusalReason.GROUP_FULL);
        }
        use.require(create.creatorId(), Used.conversation(others.size()));
        Set<String> acquainted = invitations.acquainted(create.creatorId(), others);
        Set<String> strangers = new LinkedHashSet<>(others);
        strangers.removeAll(acquainted);
        invitations.requireNotTooOften(create.newId(), create.creatorId(), acquainted, strangers);
        use.add(create.creatorId(), Used.conversation(others.size()));
        conversations.make(create.newId(), null, create.name());
        conversations.addMember(create.newId(), create.creatorId(), true, 0);
        for (String other : acquainted) {
            conversations.addMember(create.newId(), other, false, 0);
        }
        invitations.invite(create.newId(), create.creatorId(), strangers);
        GroupEvent created = new GroupEvent(GroupEventKind.CREATED, List.copyOf(acquainted), create.name());
        log.append(log.next(create.newId(), create.creatorId(), null, created));
        return new ChatWritten.Made(seenByAll(create.newId()), invitations.news());
    }

    private Map<String, Conversation> seenByAll(String conversation) throws SQLException {
        return new ConversationRows(statements).seenByAll(conversation);
    }
}
