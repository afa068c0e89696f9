package coderbased.auth;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.Contact;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.LinkStatus;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * The front door: who somebody is, which devices may speak for them, and how one device lets another in.
 *
 * <p>Thread-safe. Calls block on the store, those with a password for about a tenth of a second more. A refusal is an {@link
 * AuthRefused}.
 */
public final class AuthService implements AutoCloseable {

    private final AuthKeys keys;

    /** Opens; {@code keys} stay the caller's. */
    public AuthService(
            AuthSettings settings,
            AuthStore store,
            AuthEvents events,
            GuestCalls calls,
            AuthKeys keys,
            Surroundings surroundings) {
        this.keys = keys;
    }

    /** A new account, signed in at once. */
    public AuthHttp.SignedIn signUp(AuthHttp.SignUp said, InetAddress from) {
        throw new UnsupportedOperationException();
    }

    /** An existing account on another phone. */
    public AuthHttp.SignedIn signIn(AuthHttp.SignIn said, InetAddress from) {
        throw new UnsupportedOperationException();
    }

    /** The person logs this device out; a phone takes its desktops along. */
    public void logOut(Session caller) {
        throw new UnsupportedOperationException();
    }

    /** Another password: the caller goes on with a new token, every other session of the account ends. */
    public AuthHttp.SignedIn changePassword(Session phone, AuthHttp.ChangePassword said) {
        throw new UnsupportedOperationException();
    }

    /** The account is gone, and every session of it. */
    public void deleteAccount(Session phone, AuthHttp.ConfirmPassword said) {
        throw new UnsupportedOperationException();
    }

    /**
     * The session that a token names, if it is alive and of one of the kinds.
     *
     * @param bearer the Auth Token or Web Auth Token
     */
    public Session requireSession(String bearer, DeviceKind... allowed) {
        throw new UnsupportedOperationException();
    }

    /** Refuses unless this is the admin token. */
    public void requireAdmin(String bearer) {
        throw new UnsupportedOperationException();
    }

    /**
     * A desktop waits. Its first code goes to the listener before this returns.
     *
     * @throws AuthRefused where its key is none
     */
    public Guest openGuest(GuestClientMessage.Hello hello, InetAddress from, GuestListener listener) {
        throw new UnsupportedOperationException();
    }

    /** Hop 4 of the Guest Token's way: a phone scanned a code, or somebody typed one. */
    public AuthHttp.LinkOffer claim(Session phone, AuthHttp.ClaimCode said, InetAddress from) {
        throw new UnsupportedOperationException();
    }

    /** How far the link has come. */
    public LinkStatus link(Session phone, String linkId) {
        throw new UnsupportedOperationException();
    }

    /** Hop 6 of the Guest Token's way. Twice answers the same. */
    public LinkStatus approve(Session phone, String linkId) {
        throw new UnsupportedOperationException();
    }

    /** The person declines. */
    public LinkStatus deny(Session phone, String linkId) {
        throw new UnsupportedOperationException();
    }

    /** The account's linked devices. */
    public AuthHttp.Devices devices(Session phone) {
        throw new UnsupportedOperationException();
    }

    /** Gives a linked device another name. */
    public void rename(Session phone, String deviceId, AuthHttp.Rename said) {
        throw new UnsupportedOperationException();
    }

    /** Logs one linked device out. */
    public void unlink(Session phone, String deviceId) {
        throw new UnsupportedOperationException();
    }

    /** Logs every linked device out. */
    public void unlinkAll(Session phone) {
        throw new UnsupportedOperationException();
    }

    /**
     * A device presents its token on a chat connection. Hop 8 of the Guest Token's way.
     *
     * @param nonce the challenge of this very connection
     */
    public Admission reinitialise(ChatClientMessage.Authenticate said, String nonce, InetAddress from) {
        throw new UnsupportedOperationException();
    }

    /** An admitted session holds a chat connection on this node. */
    public void connected(String sessionId) {
        throw new UnsupportedOperationException();
    }

    /** Its connection ended; the session goes on. */
    public void disconnected(String sessionId) {
        throw new UnsupportedOperationException();
    }

    /** Everybody on the server but one. */
    public List<Contact> contacts(String exceptAccountId) {
        throw new UnsupportedOperationException();
    }

    /** Somebody, deleted accounts included: those under another name. */
    public Optional<Contact> contact(String accountId) {
        throw new UnsupportedOperationException();
    }

    /** Suspends an account: every session of it ends. */
    public void ban(String handle, AuthHttp.Ban said) {
        throw new UnsupportedOperationException();
    }

    /** Lifts a suspension. */
    public void unban(String handle) {
        throw new UnsupportedOperationException();
    }

    /** Every account. */
    public AuthHttp.AccountList accounts() {
        throw new UnsupportedOperationException();
    }

    /** Every session of an account, ended ones included. */
    public AuthHttp.SessionList sessions(String handle) {
        throw new UnsupportedOperationException();
    }

    /** This server, to anybody who asks. */
    public AuthHttp.ServerFacts facts() {
        throw new UnsupportedOperationException();
    }

    /** The public keys that tokens are signed with, as a JWK set in JSON. */
    public String publicKeys() {
        throw new UnsupportedOperationException();
    }

    /** The server's id, as QR codes and proofs name it. */
    public String serverId() {
        return keys.serverId();
    }

    /**
     * Lets time pass: rotates codes, ends links, guests and sessions whose time is over. The node calls it four times a second
     * or more often.
     */
    public void sweep() {
        throw new UnsupportedOperationException();
    }

    /** Ends every guest. Sessions stay. */
    @Override
    public void close() {}
}
