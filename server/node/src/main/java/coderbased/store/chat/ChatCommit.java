package coderbased.store.chat;

import coderbased.chat.AccountLimits;
import coderbased.chat.ChatWrite;
import coderbased.chat.ChatWritten;
import coderbased.protocol.GroupChange;
import coderbased.store.Dialect;
import coderbased.store.Statements;
import coderbased.store.chat.AccountUse.Used;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The writes of one transaction. */
final class ChatCommit implements AutoCloseable {

    private final Statements statements;
    private final MessageWrites messages;
    private final MemberWrites memberWrites;
    private final NewConversations newConversations;
    private final GroupWrites groups;
    private final RecalledRows recalled;
    private final IdempotencyKeys keys;
    private final AccountUse use;

    private ChatCommit(Connection connection, Dialect dialect, AccountLimits limits, Instant at) {
        statements = new Statements(connection, dialect);
        MemberRecords members = new MemberRecords(statements);
        MessageLog log = new MessageLog(statements, members, at);
        ConversationWrites conversations = new ConversationWrites(statements, at);
        LimitDay day = LimitDay.at(at);
        InvitationUse asked = new InvitationUse(statements, day, limits.perDay().invitations());
        Invitations invitations = new Invitations(statements, at, limits.asksStrangers(), asked);
        use = new AccountUse(statements, limits, day);
        messages = new MessageWrites(members, log, conversations, new ConversationRows(statements), use, at);
        memberWrites = new MemberWrites(statements, members, log, at);
        newConversations = new NewConversations(statements, log, conversations, invitations, use);
        groups = new GroupWrites(
                statements, members, log, conversations, new GroupEntry(members, log, conversations, invitations, use));
        recalled = new RecalledRows(statements, members, log);
        keys = new IdempotencyKeys(statements, at);
    }

    /** Performs these writes, in order. */
    static List<ChatWritten> all(
            Connection connection, Dialect dialect, AccountLimits limits, List<ChatWrite> writes, Instant at)
            throws SQLException {
        dialect.lockConversations(connection, places(writes));
        List<ChatWritten> results = new ArrayList<>(writes.size());
        try (ChatCommit commit = new ChatCommit(connection, dialect, limits, at)) {
            for (ChatWrite write : writes) {
                results.add(commit.write(write));
            }
            commit.use.store();
        }
        return results;
    }

    /** Performs one write, or refuses it and changes nothing. */
    private ChatWritten write(ChatWrite write) throws SQLException {
        try {
            return made(write);
        } catch (WriteRefused e) {
            return new ChatWritten.Refused(e.why(), e.retryAfterMillis());
        }
    }

    @Override
    public void close() throws SQLException {
        statements.close();
    }

    private ChatWritten made(ChatWrite write) throws SQLException, WriteRefused {
        return switch (write) {
            case ChatWrite.Once once -> once(once);
            case ChatWrite.Send say -> messages.say(say);
            case ChatWrite.Edit edit -> messages.edit(edit);
            case ChatWrite.Delete delete -> messages.delete(delete);
            case ChatWrite.React react -> messages.react(react);
            case ChatWrite.MoveMarkers move -> memberWrites.moveMarkers(move);
            case ChatWrite.SaveSettings settings -> memberWrites.saveSettings(settings);
            case ChatWrite.SaveDraft draft -> memberWrites.saveDraft(draft);
            case ChatWrite.OpenDirect open -> newConversations.openDirect(open);
            case ChatWrite.CreateGroup create -> newConversations.createGroup(create);
            case ChatWrite.AnswerInvitation answer -> groups.answer(answer);
            case ChatWrite.ChangeGroup change -> groups.change(change);
            case ChatWrite.Recall recall -> recalled.read(recall);
        };
    }

    private ChatWritten once(ChatWrite.Once once) throws SQLException, WriteRefused {
        Optional<String> before = keys.done(once.accountId(), once.name());
        if (before.isPresent()) {
            return repeated(once.write(), before.get());
        }
        if (takesBack(once.write())) {
            use.requireWayBack(once.accountId());
        } else {
            use.require(once.accountId(), Used.change());
        }
        ChatWritten written = made(once.write());
        keys.note(once.accountId(), once.name(), once.write().place());
        use.add(once.accountId(), Used.change());
        return written;
    }

    /** True for a deletion, an answer to an invitation and leaving a group: no exhausted limit prevents them. */
    private static boolean takesBack(ChatWrite write) {
        return write instanceof ChatWrite.Delete
                || write instanceof ChatWrite.AnswerInvitation
                || (write instanceof ChatWrite.ChangeGroup group && group.change() instanceof GroupChange.Leave);
    }

    /** Returns the current state of what was done before. */
    private ChatWritten repeated(ChatWrite write, String conversation) throws SQLException, WriteRefused {
        return switch (write) {
            case ChatWrite.CreateGroup create -> newConversations.opened(conversation, create.creatorId());
            case ChatWrite.Edit edit -> messages.stands(edit.conversationId(), edit.editorId(), edit.seq());
            case ChatWrite.Delete delete -> messages.stands(delete.conversationId(), delete.deleterId(), delete.seq());
            case ChatWrite.React react -> messages.stands(react.conversationId(), react.accountId(), react.seq());
            default -> new ChatWritten.Unchanged();
        };
    }

    private static Set<String> places(List<ChatWrite> writes) {
        return writes.stream().map(ChatWrite::place).collect(Collectors.toSet());
    }
}
