package coderbased.client;

import coderbased.client.chat.Chat;
import coderbased.client.net.ServerTrust;
import coderbased.client.net.Subscription;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Phone client: signs in, links desktops and controls them.
 *
 * <p>Thread-safe. A future completes on the client thread, or fails with
 * {@link coderbased.client.net.ProblemException}, whose message is for the user.
 */
public interface PhoneClient extends AutoCloseable {

    /** Starts: signed in with the credentials of the {@link coderbased.client.keys.CredentialStore}, or signed out. */
    void start();

    /** Returns the current state. */
    PhoneState state();

    /** Returns the trust in the certificate of the server. */
    ServerTrust trust();

    /** Like {@link WebClient#onState}. */
    Subscription onState(Consumer<PhoneState> listener);

    /**
     * Tries again now: to connect, to read a login that could not be read, or to take over from another open program.
     */
    void retry();

    /**
     * Sets aside a login that cannot be read, so that the user can sign in. The session of that login ends as soon as
     * it can be read. Does nothing in any state but {@link PhoneState.LoginUnavailable}.
     */
    void replaceLogin();

    /** Creates an account and signs in. */
    CompletableFuture<Void> signUp(String handle, String name, String password);

    /** Signs in to an existing account. */
    CompletableFuture<Void> signIn(String handle, String password);

    /** Returns the links to desktops. */
    PhoneLinks links();

    /** Returns the linked devices. */
    PhoneDevices devices();

    /** Changes the password. All other sessions of the account end; this phone continues with a new token. */
    CompletableFuture<Void> changePassword(String oldPassword, String newPassword);

    CompletableFuture<Void> deleteAccount(String password);

    /** Logs out the phone and all desktops it linked. Succeeds locally even if the server cannot be reached. */
    CompletableFuture<Void> logOut();

    /**
     * Returns the chat.
     *
     * @throws IllegalStateException while signed out
     */
    Chat chat();

    /** Closes all connections; the token stays on disk. */
    @Override
    void close();
}
