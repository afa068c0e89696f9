package coderbased.client;

import java.util.function.Consumer;

/**
 * The chat of one signed-in device: what it knows, and what the person can do. The same for desktop and phone.
 *
 * <p>Thread-safe. Commands return at once; what they lead to shows in the next {@link ChatState}.
 */
public interface Chat {

    /** The picture as it stands. */
    ChatState state();

    /**
     * Calls {@code listener} with the present picture, then with each new one, in order, on the client's own thread;
     * the listener must return quickly. Closing what is returned ends it.
     */
    Subscription onState(Consumer<ChatState> listener);

    /**
     * Finds or makes the one-to-one conversation with somebody and calls back with its id, on the client's own thread.
     * Nothing is called back where the server refuses.
     */
    void openWith(String accountId, Consumer<String> opened);

    /** Loads the newest page of a conversation's history if nothing of it is loaded yet. */
    void open(String conversationId);

    /** Loads the page before the oldest loaded line. */
    void loadOlder(String conversationId);

    /**
     * Says something. It is shown at once as on its way and goes out as soon as there is a connection.
     *
     * @throws IllegalArgumentException for a blank text, or one longer than {@code Protocol.MAX_TEXT_BYTES}
     */
    void send(String conversationId, String text);

    /** The person has seen everything in this conversation up to its newest line. */
    void markRead(String conversationId);
}
