package coderbased.client;

import coderbased.client.chat.Chat;
import coderbased.client.net.Subscription;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.NewLink;
import coderbased.protocol.QrText;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Phone client: signs in, scans and approves codes, and controls the desktops it linked.
 *
 * <p>Thread-safe. A future completes on the client thread, or fails with
 * {@link coderbased.client.net.ProblemException}, whose message is for the user.
 */
public interface PhoneClient extends AutoCloseable {

    /** Starts: signed in with the credentials of the {@link coderbased.client.keys.CredentialStore}, or signed out. */
    void start();

    /** Returns the current state. */
    PhoneState state();

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

    /** Classifies a scanned text, without a network call. */
    QrText read(String scanned);

    /** Claims a scanned code of this server. */
    CompletableFuture<AuthHttp.LinkOffer> claim(QrText.Ours code);

    /** Claims a code that was typed. */
    CompletableFuture<AuthHttp.LinkOffer> claimTyped(String typedCode);

    /** Approves a link. The desktop is signed in only when {@link #onLink} reports {@link LinkStatus.Step#LINKED}. */
    CompletableFuture<LinkStatus> approve(String linkId, AuthHttp.Approval how);

    /** Approves a link with all permissions and without an end date. */
    default CompletableFuture<LinkStatus> approve(String linkId) {
        return approve(linkId, AuthHttp.Approval.PLAIN);
    }

    /** Denies a link. */
    CompletableFuture<LinkStatus> deny(String linkId);

    /** Queries the status of a link. */
    CompletableFuture<LinkStatus> link(String linkId);

    /** Calls the listener with each change of a link. */
    Subscription onLink(Consumer<LinkStatus> listener);

    /** Returns the history of the account's links. The caller verifies that it was not rewritten. */
    CompletableFuture<LinkHistory> linkHistory();

    /** Returns the linked devices. */
    CompletableFuture<AuthHttp.Devices> devices();

    /** Calls the listener whenever {@link #devices} would return something else. */
    Subscription onDevicesChanged(Runnable listener);

    /** Calls the listener with the new links that nobody has confirmed: first the current ones, then each change. */
    Subscription onNewLinks(Consumer<List<NewLink>> listener);

    /** Confirms a new link, or disowns it, which logs the device out. */
    CompletableFuture<Void> answerLink(String deviceId, boolean mine);

    CompletableFuture<Void> rename(String deviceId, String name);

    /** Freezes a linked device: it stays linked, but can neither read nor write. */
    CompletableFuture<Void> freeze(String deviceId);

    /** Unfreezes a linked device. */
    CompletableFuture<Void> thaw(String deviceId);

    /** Logs out a linked device. */
    CompletableFuture<Void> unlink(String deviceId);

    /** Logs out all linked devices. */
    CompletableFuture<Void> unlinkAll();

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
