package coderbased.chat;

import coderbased.protocol.ChatMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps conversations and their messages. Port of the Chat Service; the node implements it.
 *
 * <p>Thread-safe. What a method returned after a {@link #commit} is on disk and survives a crash of the process and of
 * the machine. Every method throws {@link StoreUnavailable} where storage can not answer now.
 */
public interface ChatStore {

    /**
     * Does all of {@code writes}, in order, in one transaction: all of them are on disk when this returns, or none is. What
     * can not be done is {@link ChatWritten.Unchanged}, so that one person's write never takes another's with it.
     *
     * @param at the time noted on new messages
     * @return what became of each, in the same order
     */
    List<ChatWritten> commit(List<ChatWrite> writes, Instant at);

    /** Every conversation that the account belongs to. */
    List<Conversation> conversationsOf(String accountId);

    /** Up to {@code limit} messages with a number above {@code seq}, oldest first. The caller checked membership. */
    List<ChatMessage> after(String conversationId, long seq, int limit);

    /**
     * The newest {@code limit} messages with a number below {@code seq}, oldest first; empty where the conversation does
     * not exist or {@code readerId} does not belong to it, which can not be told apart.
     */
    Optional<List<ChatMessage>> before(String conversationId, String readerId, long seq, int limit);

    /** Storage can not answer now: disk full, locked, gone. Nothing of the call was stored. */
    final class StoreUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StoreUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
