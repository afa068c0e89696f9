package coderbased.store.chat;

import coderbased.chat.ChatWrite.Arrange;
import coderbased.chat.ChatWrite.Mark;
import coderbased.chat.ChatWrite.SaveDraft;
import coderbased.chat.ChatWritten;
import coderbased.store.Statements;
import coderbased.store.Timestamps;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Writes of what an account keeps for itself in a conversation: its marks, conversation settings and draft. */
final class MemberWrites {

    /**
     * True for a draft in {@code members} that was begun before a session was linked without history: takes the
     * session.
     */
    static final String HIDDEN_DRAFT = """
             (draft <> '' AND EXISTS (SELECT 1 FROM history_starts WHERE session_id = ?
                 AND history_starts.conversation_id = members.conversation_id
                 AND history_starts.draft_number >= members.draft_number))
            """;

    private final Statements statements;
    private final MemberRecords members;
    private final MessageLog log;

    MemberWrites(Statements statements, MemberRecords members, MessageLog log) {
        this.statements = statements;
        this.members = members;
        this.log = log;
    }

    ChatWritten mark(Mark mark) throws SQLException, WriteRefused {
        String conversation = mark.conversationId();
        MemberRecord member = members.require(conversation, mark.accountId());
        long newest = log.lastSeq(conversation);
        long read = Math.max(member.read(), Math.min(mark.read(), newest));
        long delivered = Math.max(Math.max(member.delivered(), read), Math.min(mark.delivered(), newest));
        if (read == member.read() && delivered == member.delivered()) {
            return new ChatWritten.Unchanged();
        }
        MemberRecord moved = members.mark(conversation, member, delivered, read);
        return new ChatWritten.Marked(
                conversation, moved.member(), moved.told() ? members.accounts(conversation) : Set.of(mark.accountId()));
    }

    ChatWritten arrange(Arrange arrange) throws SQLException, WriteRefused {
        members.require(arrange.conversationId(), arrange.accountId());
        long number = statements
                .first(
                        """
                UPDATE members SET pinned = ?, archived = ?, muted_until = ?, note_number = note_number + 1
                WHERE conversation_id = ? AND account_id = ? RETURNING note_number
                """,
                        row -> row.getLong(1),
                        arrange.arrangement().pinned(),
                        arrange.arrangement().archived(),
                        Timestamps.millis(arrange.arrangement().mutedUntil()),
                        arrange.conversationId(),
                        arrange.accountId())
                .orElseThrow();
        return new ChatWritten.Arranged(arrange.conversationId(), arrange.accountId(), arrange.arrangement(), number);
    }

    /** The numbers of a draft and of its change. */
    private record DraftNumbers(long draft, long note) {}

    /**
     * Saves a draft, which gets its number when it begins. A device that does not see the present one does not replace
     * it.
     */
    ChatWritten saveDraft(SaveDraft draft) throws SQLException, WriteRefused {
        members.require(draft.conversationId(), draft.accountId());
        String text = statements.dialect().holdable(draft.text());
        Optional<DraftNumbers> numbers = statements.first(
                """
                UPDATE members SET draft = ?, draft_number = draft_number + CASE WHEN draft = '' THEN 1 ELSE 0 END,
                    note_number = note_number + 1
                WHERE conversation_id = ? AND account_id = ? AND draft <> ? AND NOT
                """ + HIDDEN_DRAFT + " RETURNING draft_number, note_number",
                row -> new DraftNumbers(row.getLong(1), row.getLong(2)),
                text,
                draft.conversationId(),
                draft.accountId(),
                text,
                draft.sessionId());
        return numbers.<ChatWritten>map(of -> new ChatWritten.Drafted(
                        draft.conversationId(),
                        draft.accountId(),
                        draft.sessionId(),
                        draft.text(),
                        of.draft(),
                        of.note()))
                .orElseGet(ChatWritten.Unchanged::new);
    }
}
