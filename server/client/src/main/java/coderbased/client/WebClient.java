package coderbased.client;

import coderbased.client.chat.Chat;
import coderbased.client.net.Subscription;
import coderbased.protocol.NewLink;
import java.util.List;
import java.util.function.Consumer;

/**
 * The article's website: waits in the Guest State, is scanned, re-initialises, chats, and is thrown out.
 *
 * <p>Thread-safe. Commands return at once; what they lead to shows in the next {@link SessionState}.
 */
public interface WebClient extends AutoCloseable {

    /** Begins: with what is in the {@link coderbased.client.keys.CredentialStore}, or in the Guest State. */
    void start();

    /** Where it stands. */
    SessionState state();

    /**
     * Calls {@code listener} with the present state, then with each new one, in order, on the client's own thread; the
     * listener must return quickly. Closing what is returned ends it.
     */
    Subscription onState(Consumer<SessionState> listener);

    /** Called with the other links that nobody has answered for on a phone: those there are, then at each change. */
    Subscription onNewLinks(Consumer<List<NewLink>> listener);

    /** The person typed the check number that the phone shows. */
    void enterNumber(String number);

    /** The person does not want the link that a phone has begun. */
    void cancelLink();

    /**
     * The person wants a code after a pause, wants to try again now instead of waiting for the next try, wants a login to be
     * read that could not be read, or wants to take over what is open elsewhere.
     */
    void showNewCode();

    /**
     * The person does not wait for a login that cannot be read: goes into the Guest State. The session of that login ends as
     * soon as it can be read after all. Nothing in any other state than {@link SessionState.LoginUnavailable}.
     */
    void linkAnew();

    /** The person logs this desktop out. */
    void logOut();

    /** The chat of the Authenticated State. Throws {@link IllegalStateException} in any other. */
    Chat chat();

    /** Ends every connection; the token stays on disk. */
    @Override
    void close();
}
