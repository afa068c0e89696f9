package coderbased.store;

import coderbased.chat.ChatWrite;
import coderbased.chat.ChatWritten;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The writes of one transaction. */
final class ChatCommit implements AutoCloseable {

    private final Statements statements;
    private final MessageWrites messages;
    private final MemberWrites members;
    private final NewConversations conversations;
    private final GroupWrites groups;
    private final Deeds deeds;

    ChatCommit(Connection connection, Instant at) {
        statements = new Statements(connection);
        Seats seats = new Seats(statements);
        MessageLog log = new MessageLog(statements, seats, at);
        Rooms rooms = new Rooms(statements, at);
        messages = new MessageWrites(seats, log, at);
        members = new MemberWrites(statements, seats, log);
        conversations = new NewConversations(statements, log, rooms);
        groups = new GroupWrites(statements, seats, log, rooms);
        deeds = new Deeds(statements, at);
    }

    /** Makes one change, or refuses it and changes nothing. */
    ChatWritten write(ChatWrite write) throws SQLException {
        try {
            return made(write);
        } catch (Declined declined) {
            return new ChatWritten.Refused(declined.why());
        }
    }

    @Override
    public void close() throws SQLException {
        statements.close();
    }

    private ChatWritten made(ChatWrite write) throws SQLException, Declined {
        return switch (write) {
            case ChatWrite.Once once -> once(once);
            case ChatWrite.Say say -> messages.say(say);
            case ChatWrite.Edit edit -> messages.edit(edit);
            case ChatWrite.Delete delete -> messages.delete(delete);
            case ChatWrite.React react -> messages.react(react);
            case ChatWrite.Mark mark -> members.mark(mark);
            case ChatWrite.Arrange arrange -> members.arrange(arrange);
            case ChatWrite.SaveDraft draft -> members.saveDraft(draft);
            case ChatWrite.OpenDirect open -> conversations.openDirect(open);
            case ChatWrite.CreateGroup create -> conversations.createGroup(create);
            case ChatWrite.ChangeGroup change -> groups.change(change);
        };
    }

    private ChatWritten once(ChatWrite.Once once) throws SQLException, Declined {
        Optional<String> before = deeds.done(once.accountId(), once.name());
        if (before.isPresent()) {
            return once.write() instanceof ChatWrite.CreateGroup create
                    ? conversations.opened(before.get(), create.creatorId())
                    : new ChatWritten.Unchanged();
        }
        ChatWritten written = made(once.write());
        deeds.note(once.accountId(), once.name(), place(once.write()));
        return written;
    }

    private static String place(ChatWrite write) {
        return switch (write) {
            case ChatWrite.Edit edit -> edit.conversationId();
            case ChatWrite.Delete delete -> delete.conversationId();
            case ChatWrite.React react -> react.conversationId();
            case ChatWrite.CreateGroup create -> create.newId();
            case ChatWrite.ChangeGroup change -> change.conversationId();
            case ChatWrite.Once _,
                    ChatWrite.Say _,
                    ChatWrite.Mark _,
                    ChatWrite.Arrange _,
                    ChatWrite.SaveDraft _,
                    ChatWrite.OpenDirect _ ->
                throw new IllegalArgumentException("this can be done again without harm: " + write.getClass());
        };
    }
}
