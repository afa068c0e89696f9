package coderbased.store;

import coderbased.chat.ChatWrite.CreateGroup;
import coderbased.chat.ChatWrite.OpenDirect;
import coderbased.chat.ChatWritten;
import coderbased.chat.Conversation;
import coderbased.chat.Refusal;
import coderbased.protocol.Body.Notice;
import coderbased.protocol.NoticeKind;
import coderbased.protocol.Protocol;
import coderbased.store.AccountUse.Used;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a conversation begins. */
final class NewConversations {

    private final Statements statements;
    private final MessageLog log;
    private final Rooms rooms;
    private final AccountUse use;

    NewConversations(Statements statements, MessageLog log, Rooms rooms, AccountUse use) {
        this.statements = statements;
        this.log = log;
        this.rooms = rooms;
        this.use = use;
    }

    ChatWritten openDirect(OpenDirect open) throws SQLException, Declined {
        String key = directKey(open);
        Optional<String> known = rooms.direct(key);
        if (known.isPresent()) {
            return opened(known.get(), open.openerId());
        }
        use.require(open.openerId(), Used.conversation(0));
        use.add(open.openerId(), Used.conversation(0));
        rooms.make(open.newId(), key, null);
        rooms.seat(open.newId(), open.openerId(), true, 0);
        rooms.seat(open.newId(), open.otherId(), true, 0);
        return new ChatWritten.Made(seenByAll(open.newId()));
    }

    /** One that is there already, as that account sees it. */
    ChatWritten opened(String conversation, String account) throws SQLException, Declined {
        Conversation seen = seenByAll(conversation).get(account);
        if (seen == null) {
            throw new Declined(Refusal.NO_CONVERSATION);
        }
        return new ChatWritten.Opened(seen);
    }

    ChatWritten createGroup(CreateGroup create) throws SQLException, Declined {
        Set<String> others = new LinkedHashSet<>(create.otherIds());
        others.remove(create.creatorId());
        if (others.size() >= Protocol.MAX_MEMBERS) {
            throw new Declined(Refusal.GROUP_FULL);
        }
        use.require(create.creatorId(), Used.conversation(others.size()));
        use.add(create.creatorId(), Used.conversation(others.size()));
        rooms.make(create.newId(), null, create.name());
        rooms.seat(create.newId(), create.creatorId(), true, 0);
        for (String other : others) {
            rooms.seat(create.newId(), other, false, 0);
        }
        Notice created = new Notice(NoticeKind.CREATED, List.copyOf(others), create.name());
        log.append(log.next(create.newId(), create.creatorId(), null, created));
        return new ChatWritten.Made(seenByAll(create.newId()));
    }

    private Map<String, Conversation> seenByAll(String conversation) throws SQLException {
        return new ConversationRows(statements).seenByAll(conversation);
    }

    private static String directKey(OpenDirect open) {
        boolean inOrder = open.openerId().compareTo(open.otherId()) < 0;
        return inOrder ? open.openerId() + " " + open.otherId() : open.otherId() + " " + open.openerId();
    }
}
