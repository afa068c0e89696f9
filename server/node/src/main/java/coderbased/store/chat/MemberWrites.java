package coderbased.store.chat;

import coderbased.chat.ChatWrite.MoveMarkers;
import coderbased.chat.ChatWrite.SaveDraft;
import coderbased.chat.ChatWrite.SaveSettings;
import coderbased.chat.ChatWritten;
import coderbased.store.Statements;
import coderbased.store.Timestamps;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Writes of what an account keeps for itself in a conversation: its markers, conversation settings and draft. */
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
    private final Instant at;

    MemberWrites(Statements statements, MemberRecords members, MessageLog log, Instant at) {
        this.at = at;
        this.statements = statements;
        this.members = members;
        this.log = log;
    }

    ChatWritten moveMarkers(MoveMarkers move) throws SQLException, WriteRefused {
        String conversation = move.conversationId();
        MemberRecord member = members.require(conversation, move.accountId());
        long newest = log.lastSeq(conversation);
        long read = Math.max(member.read(), Math.min(move.read(), newest));
        long delivered = Math.max(Math.max(member.delivered(), read), Math.min(move.delivered(), newest));
        if (read == member.read() && delivered == member.delivered()) {
            return new ChatWritten.Unchanged();
        }
        MemberRecord moved =
                members.moveMarkers(conversation, member, delivered, read, MarkerSteps.of(member, delivered, read, at));
        return new ChatWritten.MarkersMoved(
                conversation, moved.member(), moved.told() ? members.accounts(conversation) : Set.of(move.accountId()));
    }

    ChatWritten saveSettings(SaveSettings settings) throws SQLException, WriteRefused {
        members.require(settings.conversationId(), settings.accountId());
        long number = statements
                .first(
                        """
                UPDATE members SET pinned = ?, archived = ?, muted_until = ?, note_number = note_number + 1
                WHERE conversation_id = ? AND account_id = ? RETURNING note_number
                """,
                        row -> row.getLong(1),
                        settings.settings().pinned(),
                        settings.settings().archived(),
                        Timestamps.millis(settings.settings().mutedUntil()),
                        settings.conversationId(),
                        settings.accountId())
                .orElseThrow();
        return new ChatWritten.SettingsChanged(
                settings.conversationId(), settings.accountId(), settings.settings(), number);
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
