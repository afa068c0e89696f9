package coderbased.client.chat;

import coderbased.client.net.Subscription;
import coderbased.protocol.Contact;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The chat of one signed-in device: what it knows, and what the person can do. The same for desktop and phone.
 *
 * <p>Thread-safe. Commands return at once; what they lead to shows in the next {@link ChatState}. A future fails with
 * {@link coderbased.client.net.ProblemException}, whose message is for the person, or completes on the client's own
 * thread after the picture with what it leads to is there; without a connection it waits for the next one.
 */
public interface Chat {

    /** The picture as it stands. */
    ChatState state();

    /**
     * Calls {@code listener} with the present picture, then with each new one, in order, on the client's own thread;
     * the listener must return quickly. Closing what is returned ends it.
     */
    Subscription onState(Consumer<ChatState> listener);

    /** What can be done in one conversation. Does nothing where there is no such conversation (any more). */
    ConversationHandle conversation(String conversationId);

    /** Finds or makes the one-to-one conversation with somebody; its id. */
    CompletableFuture<String> openWith(String accountId);

    /** Makes a group; its id. */
    CompletableFuture<String> createGroup(String name, List<String> accountIds);

    /** Joins a group that the account is asked to join, or declines. */
    CompletableFuture<Void> answerInvitation(String conversationId, boolean accept);

    /** People of this server by the beginning of a word of their name or of their handle; for no words, the first by name. */
    CompletableFuture<List<Contact>> findPeople(String words);

    /**
     * Messages that hold all of these words, newest first.
     *
     * @param conversationId where to look; null for everywhere
     * @param after {@link Found#more()} of the page before; null for the first
     */
    CompletableFuture<Found> search(String words, @Nullable String conversationId, @Nullable String after);

    /**
     * One page of hits.
     *
     * @param more where the next page begins; null where there is none
     */
    record Found(List<Hit> hits, @Nullable String more) {}

    /** A message that was found, and where. */
    record Hit(String conversationId, MessageView message) {}
}
