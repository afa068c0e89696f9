package coderbased.chat;

import coderbased.auth.session.Session;
import coderbased.outage.Outage;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.MemberReceipt;
import coderbased.protocol.Protocol;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Storage of conversations and their messages. Port of the Chat Service; the node implements it.
 *
 * <p>Every read names its reader, and the query that reads also checks that the reader may: what belongs to others is
 * answered as if it did not exist. Thread-safe. When {@link #commit} returns, its results are on disk and survive a
 * crash of the process and of the machine. Every method throws {@link StoreUnavailable} if storage cannot answer now.
 */
public interface ChatStore {

    /**
     * Performs all of {@code writes}, in order, in one transaction: all of them are on disk when this returns, or none
     * is. A write that cannot be done becomes {@link ChatWritten.Refused}, so that it never fails another person's
     * write.
     *
     * @param at the time recorded on what is new
     * @return the result of each, in the same order
     */
    List<ChatWritten> commit(List<ChatWrite> writes, Instant at);

    /** Returns every conversation of the account, without empty conversations of two that somebody else opened. */
    List<Conversation> conversationsOf(String readerId);

    /** Returns how many messages that the reader may see changed after {@code rev}. */
    long countChanged(String conversationId, String readerId, long rev);

    /**
     * Returns up to {@code limit} messages that the reader may see and that changed after {@code rev}, in the order of
     * their changes.
     */
    List<ChatMessage> changed(String conversationId, String readerId, long rev, int limit);

    /** Returns up to {@code limit} messages on that side of a number; empty if the reader has no such conversation. */
    Optional<HistoryPart> history(String conversationId, String readerId, Side side, long seq, int limit);

    /**
     * Returns how far the sender's own message has come with everybody else to whom it was sent, present or not; none
     * if it is not a message that the sender wrote and sees. A time is that of the marker's step over the message; the
     * newest steps of each member are kept, of older ones the time is not known.
     */
    List<MemberReceipt> receipts(String conversationId, String senderId, long seq);

    /** Returns up to {@code limit} messages that the reader may see and that contain the terms, newest first. */
    List<ChatMessage> search(String readerId, SearchTerms terms, int limit);

    /** Returns the groups that the account is invited to, newest first, at most {@link Protocol#MAX_INVITATIONS}. */
    OpenInvitations invitationsOf(String accountId);

    /**
     * Returns the other members who may see something that the account wrote in a conversation; none if it is not in
     * it.
     */
    Set<String> readersOf(String conversationId, String writerId);

    /**
     * Returns those of these accounts who wrote something that the reader may see, in a conversation that both are in
     * now.
     */
    Set<String> writersTo(String readerId, Set<String> accountIds);

    /** Returns everybody with whom the account shares a conversation now, without itself. */
    Set<String> companions(String accountId);

    /** Returns up to {@code limit} group memberships and drafts of deleted accounts, beginning after that one. */
    List<Leftover> leftovers(Leftover after, int limit);

    /** Returns the size in bytes of a file in a message that the reader may see; empty if there is none. */
    OptionalLong seenFile(String readerId, String sha256);

    /**
     * Returns, for a device linked without history, where its view begins in each conversation that its account was in
     * at the time of the link. In any other conversation it sees all that its account sees. Never changes.
     */
    Map<String, HistoryStart> historyStarts(Session session);

    /** Storage cannot answer now: disk full, locked or gone. The call stored nothing. */
    final class StoreUnavailable extends RuntimeException implements Outage {
        private static final long serialVersionUID = 1L;

        public StoreUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
