package coderbased.client.chat;

import coderbased.client.net.Subscription;
import coderbased.protocol.Contact;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Chat of one signed-in device: its state, and the user's commands. The same for desktop and phone.
 *
 * <p>Thread-safe. Commands return at once; their effect shows in the next {@link ChatState}. A future completes on the
 * client thread, after the state that contains its effect was published, or fails with a
 * {@link coderbased.client.net.ProblemException} whose message is for the user. Without a connection it waits for the
 * next one.
 */
public interface Chat {

    /** Returns the current state. */
    ChatState state();

    /**
     * Calls {@code listener} with the current state, then with each new one, in order, on the client thread. The
     * listener must return quickly. Closing the subscription ends the calls.
     */
    Subscription onState(Consumer<ChatState> listener);

    /** Returns a handle for commands in one conversation. Commands for an unknown conversation do nothing. */
    ConversationHandle conversation(String conversationId);

    /** Finds or creates the one-to-one conversation with an account; returns its id. */
    CompletableFuture<String> openWith(String accountId);

    /** Creates a group; returns its id. */
    CompletableFuture<String> createGroup(String name, List<String> accountIds);

    /** Accepts or declines an invitation to a group. */
    CompletableFuture<Void> answerInvitation(String conversationId, boolean accept);

    /**
     * Finds people of this server by the start of a word in their name, or of their handle. Without words, returns the
     * first people by name.
     */
    CompletableFuture<List<Contact>> findPeople(String words);

    /**
     * Finds messages that contain all of these words, newest first.
     *
     * @param conversationId the conversation to search; null for all
     * @param after {@link Found#more()} of the previous page; null for the first
     */
    CompletableFuture<Found> search(String words, @Nullable String conversationId, @Nullable String after);

    /**
     * One page of search hits.
     *
     * @param more position of the next page; null if there is none
     */
    record Found(List<Hit> hits, @Nullable String more) {}

    /** A message that was found, and its conversation. */
    record Hit(String conversationId, MessageView message) {}
}
