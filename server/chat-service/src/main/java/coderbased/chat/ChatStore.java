package coderbased.chat;

import coderbased.auth.Session;
import coderbased.outage.Outage;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Protocol;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Keeps conversations and their messages. Port of the Chat Service; the node implements it.
 *
 * <p>Every reading method names its reader, and the same query that reads also checks that the reader belongs there: what
 * is somebody else's is answered as what never was. Thread-safe. What a method returned after a {@link #commit} is on disk
 * and survives a crash of the process and of the machine. Every method throws {@link StoreUnavailable} where storage can
 * not answer now.
 */
public interface ChatStore {

    /**
     * Does all of {@code writes}, in order, in one transaction: all of them are on disk when this returns, or none is. What
     * cannot be done is {@link ChatWritten.Refused}, so that one person's write never takes another's with it.
     *
     * @param at the time noted on what is new
     * @return what became of each, in the same order
     */
    List<ChatWritten> commit(List<ChatWrite> writes, Instant at);

    /**
     * Every conversation that the account belongs to, without conversations of two that somebody else opened and in which
     * nothing was written.
     */
    List<Conversation> conversationsOf(String readerId);

    /** How many messages the reader may see that changed after {@code rev}. */
    long countChanged(String conversationId, String readerId, long rev);

    /** Up to {@code limit} messages the reader may see that changed after {@code rev}, in the order of their changes. */
    List<ChatMessage> changed(String conversationId, String readerId, long rev, int limit);

    /** Up to {@code limit} messages on that side of a number; empty where the reader has no such conversation. */
    Optional<HistoryPart> history(String conversationId, String readerId, Side side, long seq, int limit);

    /** Up to {@code limit} messages the reader may see in which the terms are found, newest first. */
    List<ChatMessage> search(String readerId, SearchTerms terms, int limit);

    /** The groups that the account is asked to join, newest first, at most {@link Protocol#MAX_INVITATIONS}. */
    OpenInvitations invitationsOf(String accountId);

    /** The other members of a conversation who may see something that the account wrote there; nobody where it is not in it. */
    Set<String> readersOf(String conversationId, String writerId);

    /** Those of these accounts who wrote something that the reader may see, in a conversation that both are in now. */
    Set<String> writersTo(String readerId, Set<String> accountIds);

    /** Everybody with whom the account is in a conversation now, without itself. */
    Set<String> companions(String accountId);

    /** Up to {@code limit} memberships of groups, and drafts, of accounts that are deleted; those that follow that one. */
    List<Leftover> leftovers(Leftover after, int limit);

    /** The size in bytes of a file that a message carries which the reader may see; empty where there is none. */
    OptionalLong seenFile(String readerId, String sha256);

    /**
     * For a device linked without history: what it sees of each conversation that its account was in when it was linked. Of
     * one that is not named, it sees all that its account does. Never changes.
     */
    Map<String, HistoryStart> historyStarts(Session session);

    /** Storage cannot answer now: disk full, locked, gone. Nothing of the call was stored. */
    final class StoreUnavailable extends RuntimeException implements Outage {
        private static final long serialVersionUID = 1L;

        public StoreUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
