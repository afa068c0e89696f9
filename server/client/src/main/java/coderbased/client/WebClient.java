package coderbased.client;

import coderbased.client.chat.Chat;
import coderbased.client.net.ServerTrust;
import coderbased.client.net.Subscription;
import coderbased.protocol.NewLink;
import java.util.List;
import java.util.function.Consumer;

/**
 * Desktop client, the website of the article: waits in the Guest State, is scanned, re-initialises, chats, and is
 * logged out.
 *
 * <p>Thread-safe. Commands return at once; their effect shows in the next {@link SessionState}.
 */
public interface WebClient extends AutoCloseable {

    /** Starts with the credentials of the {@link coderbased.client.keys.CredentialStore}, or in the Guest State. */
    void start();

    /** Returns the current state. */
    SessionState state();

    /** Returns the trust in the certificate of the server. */
    ServerTrust trust();

    /**
     * Calls {@code listener} with the current state, then with each new one, in order, on the client thread. The
     * listener must return quickly. Closing the subscription ends the calls.
     */
    Subscription onState(Consumer<SessionState> listener);

    /**
     * Calls the listener with the other new links that nobody has confirmed on a phone: first the current ones, then
     * each change.
     */
    Subscription onNewLinks(Consumer<List<NewLink>> listener);

    /** Enters the check number that the phone shows. */
    void enterNumber(String number);

    /** Cancels the link that a phone has begun. */
    void cancelLink();

    /**
     * Asks for a new code after a pause, or tries again now: to connect, to read a login that could not be read, or to
     * take over from another open program.
     */
    void showNewCode();

    /**
     * Goes on without a saved login, in the Guest State. One that cannot be read is set aside; its session ends as soon
     * as it can be read. Where none can be stored, the next one ends with the program. Does nothing in any state but
     * {@link SessionState.LoginUnavailable} and {@link SessionState.LoginUnstorable}.
     */
    void replaceLogin();

    /** True if the login could not be saved: it ends with the program. */
    default boolean isTemporary() {
        return false;
    }

    /** Logs this desktop out. */
    void logOut();

    /**
     * Returns the chat.
     *
     * @throws IllegalStateException in any state but the Authenticated State
     */
    Chat chat();

    /** Closes all connections; the token stays on disk. */
    @Override
    void close();
}
