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

/** What an account notes for itself in a conversation: how far it has read, how it keeps it, what it has typed. */
final class MemberWrites {

    /** Holds for a draft in {@code members} that was begun before a session was linked without history: takes the session. */
    static final String HIDDEN_DRAFT = """
             (draft <> '' AND EXISTS (SELECT 1 FROM history_starts WHERE session_id = ?
                 AND history_starts.conversation_id = members.conversation_id
                 AND history_starts.draft_number >= members.draft_number))
            """;

    private final Statements statements;
    private final MemberRecords seats;
    private final MessageLog log;

    MemberWrites(Statements statements, MemberRecords seats, MessageLog log) {
        this.statements = statements;
        this.seats = seats;
        this.log = log;
    }

    ChatWritten mark(Mark mark) throws SQLException, WriteRefused {
        String conversation = mark.conversationId();
        MemberRecord seat = seats.require(conversation, mark.accountId());
        long newest = log.lastSeq(conversation);
        long read = Math.max(seat.read(), Math.min(mark.read(), newest));
        long delivered = Math.max(Math.max(seat.delivered(), read), Math.min(mark.delivered(), newest));
        if (read == seat.read() && delivered == seat.delivered()) {
            return new ChatWritten.Unchanged();
        }
        MemberRecord moved = seats.mark(conversation, seat, delivered, read);
        return new ChatWritten.Marked(
                conversation, moved.member(), moved.told() ? seats.accounts(conversation) : Set.of(mark.accountId()));
    }

    ChatWritten arrange(Arrange arrange) throws SQLException, WriteRefused {
        seats.require(arrange.conversationId(), arrange.accountId());
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

    /** The numbers of a draft and of the change that was made of it. */
    private record DraftNumbers(long draft, long note) {}

    /** A draft is numbered when it begins. A device that does not see the one that is there does not replace it. */
    ChatWritten saveDraft(SaveDraft draft) throws SQLException, WriteRefused {
        seats.require(draft.conversationId(), draft.accountId());
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
