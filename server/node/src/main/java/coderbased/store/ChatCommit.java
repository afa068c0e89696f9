package coderbased.store;

import coderbased.chat.ChatWrite;
import coderbased.chat.ChatWritten;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** The writes of one transaction. */
final class ChatCommit implements AutoCloseable {

    private final Statements statements;
    private final MessageWrites messages;
    private final MemberWrites members;
    private final NewConversations conversations;
    private final GroupWrites groups;

    ChatCommit(Connection connection, Instant at) {
        statements = new Statements(connection);
        Seats seats = new Seats(statements);
        MessageLog log = new MessageLog(statements, seats, at);
        Rooms rooms = new Rooms(statements, at);
        messages = new MessageWrites(seats, log, at);
        members = new MemberWrites(statements, seats, log);
        conversations = new NewConversations(statements, log, rooms);
        groups = new GroupWrites(statements, seats, log, rooms);
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
}
