package coderbased.store;

import coderbased.chat.ChatWrite.Arrange;
import coderbased.chat.ChatWrite.Mark;
import coderbased.chat.ChatWrite.SaveDraft;
import coderbased.chat.ChatWritten;
import java.sql.SQLException;

/** What an account notes for itself in a conversation: how far it has read, how it keeps it, what it has typed. */
final class MemberWrites {

    private final Statements statements;
    private final Seats seats;
    private final MessageLog log;

    MemberWrites(Statements statements, Seats seats, MessageLog log) {
        this.statements = statements;
        this.seats = seats;
        this.log = log;
    }

    ChatWritten mark(Mark mark) throws SQLException, Declined {
        String conversation = mark.conversationId();
        Seat seat = seats.require(conversation, mark.accountId());
        long newest = log.lastSeq(conversation);
        long read = Math.max(seat.read(), Math.min(mark.read(), newest));
        long delivered = Math.max(Math.max(seat.delivered(), read), Math.min(mark.delivered(), newest));
        if (read == seat.read() && delivered == seat.delivered()) {
            return new ChatWritten.Unchanged();
        }
        Seat moved = seats.mark(conversation, seat, delivered, read);
        return new ChatWritten.Marked(conversation, moved.member(), seats.accounts(conversation));
    }

    ChatWritten arrange(Arrange arrange) throws SQLException, Declined {
        seats.require(arrange.conversationId(), arrange.accountId());
        statements.run(
                """
                UPDATE members SET pinned = ?, archived = ?, muted_until = ?
                WHERE conversation_id = ? AND account_id = ?
                """,
                arrange.arrangement().pinned(),
                arrange.arrangement().archived(),
                Moments.millis(arrange.arrangement().mutedUntil()),
                arrange.conversationId(),
                arrange.accountId());
        return new ChatWritten.Arranged(arrange.conversationId(), arrange.accountId(), arrange.arrangement());
    }

    ChatWritten saveDraft(SaveDraft draft) throws SQLException, Declined {
        seats.require(draft.conversationId(), draft.accountId());
        String text = statements.dialect().holdable(draft.text());
        int changed = statements.run(
                "UPDATE members SET draft = ? WHERE conversation_id = ? AND account_id = ? AND draft <> ?",
                text,
                draft.conversationId(),
                draft.accountId(),
                text);
        return changed == 0
                ? new ChatWritten.Unchanged()
                : new ChatWritten.Drafted(draft.conversationId(), draft.accountId(), draft.sessionId(), draft.text());
    }
}
