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
 * The phone: signs in, scans, approves, and is the boss of the desktops it linked.
 *
 * <p>Thread-safe. A future fails with {@link coderbased.client.net.ProblemException}, whose message is for the person,
 * or completes on the client's own thread.
 */
public interface PhoneClient extends AutoCloseable {

    /** Begins: signed in with what is in the {@link coderbased.client.keys.CredentialStore}, or signed out. */
    void start();

    /** Where it stands. */
    PhoneState state();

    /** Like {@link WebClient#onState}. */
    Subscription onState(Consumer<PhoneState> listener);

    /**
     * Tries again now: instead of waiting for the next try, to read a login that could not be read, or to take over what is
     * open elsewhere.
     */
    void retry();

    /**
     * The person does not wait for a login that cannot be read, and will sign in. The session of that login ends as soon as it
     * can be read after all. Nothing in any other state than {@link PhoneState.LoginUnavailable}.
     */
    void signInAnew();

    /** A new account, signed in at once. */
    CompletableFuture<Void> signUp(String handle, String name, String password);

    /** An existing account. */
    CompletableFuture<Void> signIn(String handle, String password);

    /** Says what a scanned text is. No network call is made. */
    QrText read(String scanned);

    /** Claims a code of our own server that was scanned. */
    CompletableFuture<AuthHttp.LinkOffer> claim(QrText.Ours code);

    /** Claims a code that was read off the desktop and typed. */
    CompletableFuture<AuthHttp.LinkOffer> claimTyped(String typedCode);

    /** Approves. The desktop is in only when {@link #onLink} says {@link LinkStatus.Step#LINKED}. */
    CompletableFuture<LinkStatus> approve(String linkId, AuthHttp.Approval how);

    /** Approves with everything, until somebody logs the desktop out. */
    default CompletableFuture<LinkStatus> approve(String linkId) {
        return approve(linkId, AuthHttp.Approval.PLAIN);
    }

    /** Denies. */
    CompletableFuture<LinkStatus> deny(String linkId);

    /** How far a link has come, asked for. */
    CompletableFuture<LinkStatus> link(String linkId);

    /** How far links have come, told as it happens. */
    Subscription onLink(Consumer<LinkStatus> listener);

    /** What happened to the account's links. Whether it was written anew is for the reader to find out. */
    CompletableFuture<LinkHistory> linkHistory();

    /** The linked devices. */
    CompletableFuture<AuthHttp.Devices> devices();

    /** Called when {@link #devices} would answer differently. */
    Subscription onDevicesChanged(Runnable listener);

    /** Called with the links that nobody has answered for: those there are, then at each change. */
    Subscription onNewLinks(Consumer<List<NewLink>> listener);

    /** Says whether it was the person who linked that device; where not, it is logged out. */
    CompletableFuture<Void> answerLink(String deviceId, boolean mine);

    CompletableFuture<Void> rename(String deviceId, String name);

    /** Freezes one linked device: it stays linked, sees nothing and can say nothing. */
    CompletableFuture<Void> freeze(String deviceId);

    /** Lets a frozen device back. */
    CompletableFuture<Void> thaw(String deviceId);

    /** Logs one linked device out. */
    CompletableFuture<Void> unlink(String deviceId);

    /** Logs every linked device out. */
    CompletableFuture<Void> unlinkAll();

    /** Every other session of the account ends; this phone goes on with a new token. */
    CompletableFuture<Void> changePassword(String oldPassword, String newPassword);

    CompletableFuture<Void> deleteAccount(String password);

    /**
     * Logs the phone out, and with it every desktop it linked. Succeeds locally even where the server can not be
     * reached.
     */
    CompletableFuture<Void> logOut();

    /** The chat. Throws {@link IllegalStateException} while signed out. */
    Chat chat();

    /** Ends every connection; the token stays on disk. */
    @Override
    void close();
}
