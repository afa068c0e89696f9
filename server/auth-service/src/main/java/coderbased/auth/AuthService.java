package coderbased.auth;

import coderbased.audit.SecurityLog;
import coderbased.auth.linking.CheckNumber;
import coderbased.auth.linking.CodeRotation;
import coderbased.auth.linking.Guest;
import coderbased.auth.linking.GuestListener;
import coderbased.auth.linking.LinkAuditLog;
import coderbased.auth.linking.LinkCoordinator;
import coderbased.auth.linking.LinkNotifier;
import coderbased.auth.linking.LinkSettings;
import coderbased.auth.linking.Links;
import coderbased.auth.linking.NewLinkAlerts;
import coderbased.auth.linking.WebSessions;
import coderbased.auth.passwords.PasswordAuthenticator;
import coderbased.auth.passwords.Passwords;
import coderbased.auth.passwords.PhoneUnlock;
import coderbased.auth.passwords.RateLimiters;
import coderbased.auth.session.Admission;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthEvents;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.ConnectedSessions;
import coderbased.auth.session.Lease;
import coderbased.auth.session.RevocationFeed;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionExpiry;
import coderbased.auth.session.SessionLimits;
import coderbased.auth.session.SessionScope;
import coderbased.auth.session.SessionSweep;
import coderbased.auth.session.SessionTerminator;
import coderbased.auth.tokens.AuthKeys;
import coderbased.auth.tokens.DpopCredentials;
import coderbased.auth.tokens.DpopNonces;
import coderbased.auth.tokens.DpopVerifier;
import coderbased.auth.tokens.IssuedChallenge;
import coderbased.auth.tokens.TokenSigner;
import coderbased.http.CallerAddress;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.Initiator;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front door: who somebody is, which devices may speak for them, and how one device lets another in.
 *
 * <p>Thread-safe. Calls block on the store, those with a password for about a tenth of a second more. A refusal is an
 * {@link AuthRefused}; an {@link coderbased.auth.session.AuthStoreDown} means that nobody can say now.
 */
public final class AuthService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuthService.class);

    private final AuthSettings settings;
    private final SecurityLog log;
    private final AuthKeys keys;
    private final Passwords passwords;
    private final RateLimiters allowances;
    private final SessionTerminator wayOut;
    private final DpopVerifier possession;
    private final Sessions sessions;
    private final SessionHolds holds;
    private final WipeReceipts receipts;
    private final Accounts accounts;
    private final Directory directory;
    private final ConnectedSessions connected;
    private final LinkedDevices devices;
    private final LinkAuditLog linkBook;
    private final NewLinkAlerts linkWatch;
    private final LinkCoordinator coordinator;
    private final Links links;
    private final Reinitialisation reinitialisation;
    private final SessionSweep sessionSweep;
    private final AdminRequests admin;
    private final Lease lease;
    private final RevocationFeed feed;
    private final List<Consumer<AuthEvent>> listeners = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> subscriptions;

    /** Opens; the store, the bus and the keys stay the caller's. */
    public AuthService(AuthSettings settings, AuthStore store, AuthBus bus, AuthKeys keys, AuthContext surroundings) {
        AuthEvents events = new PromptEvents(bus.events(), this::hear);
        this.settings = settings;
        log = surroundings.log();
        passwords = new Passwords(settings.passwords());
        this.keys = keys;
        SessionLimits limits = settings.sessions();
        TokenSigner signer = new TokenSigner(keys, limits, surroundings);
        wayOut = new SessionTerminator(store, events, surroundings);
        possession = new DpopVerifier(
                new DpopNonces(keys.secretFor("proof nonces"), surroundings), store, bus.singleNode(), surroundings);
        sessions = new Sessions(store, signer, wayOut, new SessionExpiry(limits), possession, surroundings);
        lease = new Lease(surroundings);
        holds = new SessionHolds(sessions, lease::isOver);
        receipts = new WipeReceipts(store, events, sessions, surroundings);
        allowances = new RateLimiters(surroundings);
        PasswordAuthenticator door = new PasswordAuthenticator(passwords, allowances, store);
        accounts = new Accounts(store, events, signer, door, wayOut, surroundings);
        directory = new Directory(store, surroundings);
        connected = new ConnectedSessions(store, events, surroundings);
        devices = new LinkedDevices(store, events, wayOut, connected, limits.devices(), surroundings);
        linkBook = new LinkAuditLog(store.linkRecords(), surroundings.log());
        linkWatch = new NewLinkAlerts(store, linkBook, wayOut, events, surroundings);
        LinkSettings linkSettings = settings.links();
        LinkNotifier news = new LinkNotifier(events, linkBook, surroundings.meter());
        coordinator = new LinkCoordinator(
                new CodeRotation(keys.serverId(), linkSettings, surroundings),
                new CheckNumber(linkSettings.check(), surroundings.random()),
                new WebSessions(store, signer, wayOut, linkBook, limits.devices(), surroundings),
                news,
                linkSettings,
                surroundings);
        links = new Links(store, bus.calls(), allowances, new PhoneUnlock(store, door, surroundings), surroundings);
        reinitialisation = new Reinitialisation(settings, signer, sessions, events, news, surroundings);
        sessionSweep = new SessionSweep(store, events, wayOut, limits, surroundings);
        admin = new AdminRequests(store, wayOut, surroundings);
        feed = new RevocationFeed(store, lease, surroundings, this::hear);
        subscriptions =
                List.of(bus.calls().serve(settings.nodeId(), coordinator::answer), events.subscribe(this::hear));
    }

    /** Returns the calls about accounts and the phones that sign in to them. */
    public Accounts accounts() {
        return accounts;
    }

    /** Returns a phone's calls about the codes that it scans. */
    public Links links() {
        return links;
    }

    /** Returns a phone's calls about its linked devices. */
    LinkedDevices devices() {
        return devices;
    }

    /** Returns the name that a device has now; its phone may have changed it since the session was read. Blocks. */
    public String deviceName(Session device) {
        return devices.name(device);
    }

    /** Returns the calls about new links of an account. */
    public NewLinkAlerts newLinks() {
        return linkWatch;
    }

    /** Returns the people of this server. */
    public Directory directory() {
        return directory;
    }

    /** Returns the calls of the people who run the server. */
    AdminRequests admin() {
        return admin;
    }

    /** The person logs this device out; a phone takes its desktops along. */
    public void logOut(DpopCredentials presented) {
        Session caller = sessions.alive(presented).session();
        wayOut.end(new SessionScope.One(caller.accountId(), caller.id()), LogoutReason.LOGGED_OUT_HERE, Initiator.USER);
    }

    /**
     * The session in whose name a call is made, if it is alive and of one of the kinds, and its own device makes the
     * call.
     */
    public Session requireSession(DpopCredentials presented, DeviceKind... allowed) {
        return sessions.require(presented, allowed);
    }

    /** Sessions that are used for longer than a call is decided. */
    SessionHolds holds() {
        return holds;
    }

    /** A device whose session is over has wiped it. */
    void receive(DpopCredentials presented) {
        receipts.take(presented);
    }

    /** Returns the nonce for the next proof of a device whose proof was refused. */
    String proofNonce() {
        return possession.nonce();
    }

    /** Returns what a device whose proof was taken may put into its next one. */
    Optional<String> nextProofNonce() {
        return possession.nextNonce();
    }

    /** Returns the log of security events. */
    public SecurityLog log() {
        return log;
    }

    /** Refuses unless this is the admin token. */
    public void requireAdmin(String bearer) {
        if (!keys.isAdminToken(bearer)) {
            throw AuthRefused.because(ProblemReason.ADMIN_TOKEN_NEEDED);
        }
    }

    /**
     * A desktop waits. Its first code goes to the listener before this returns.
     *
     * @throws AuthRefused where its key is none, or that network was shown very many codes lately
     */
    public Guest openGuest(GuestClientMessage.Hello hello, CallerAddress from, GuestListener listener) {
        allowances.code(from);
        return coordinator.open(hello, from, listener);
    }

    /**
     * A device presents its token on a chat connection.
     *
     * @param challenge of this very connection
     */
    public Admission reinitialise(ChatClientMessage.Authenticate said, IssuedChallenge challenge, CallerAddress from) {
        return reinitialisation.decide(said, challenge, from);
    }

    /** An admitted session holds one more chat connection on this node. */
    public void connected(Session session) {
        connected.connected(session);
    }

    /** One of its connections ended, and the session goes on. To be called once for each {@link #connected}. */
    public void disconnected(Session session) {
        connected.disconnected(session);
    }

    /** This server, to anybody who asks. */
    public AuthHttp.ServerFacts facts() {
        return new AuthHttp.ServerFacts(keys.serverId(), Protocol.VERSION, settings.version());
    }

    /** The public keys that tokens are signed with, as a JWK set in JSON. */
    public String publicKeys() {
        return Wire.write(keys.publicKeys());
    }

    /** The server's id, as QR codes and proofs name it. */
    public String serverId() {
        return keys.serverId();
    }

    /**
     * Calls {@code listener} with what happened. That a session ended is heard from the bus and once more from the
     * database, in case the bus was silent. The listener must return quickly; closing what is returned ends it.
     */
    public AutoCloseable subscribe(Consumer<AuthEvent> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Reads from the database which sessions ended. The node calls it four times a second or more often, on a thread
     * that nothing else needs: where the database hangs, so does this.
     */
    public void readRevocations() {
        feed.poll();
    }

    /** True if this node knows which sessions may be served: the database answered recently. Never blocks. */
    public boolean isCurrent() {
        return !lease.isOver();
    }

    /** Returns the age of the oldest unanswered question to the database; zero if there is none. Never blocks. */
    public Duration leaseAge() {
        return lease.age();
    }

    /**
     * Lets time pass: rotates codes, ends links, guests and sessions whose time is over. The node calls it four times a
     * second or more often.
     */
    public void sweep() {
        coordinator.sweep();
        connected.sweep();
        sessionSweep.sweep();
    }

    /** Ends every guest. Sessions stay. */
    @Override
    public void close() {
        subscriptions.forEach(AuthService::end);
        coordinator.close();
        connected.close();
        linkBook.close();
        passwords.close();
    }

    private void hear(AuthEvent event) {
        if (event instanceof AuthEvent.SessionEnded ended) {
            holds.cut(ended.sessionId());
            connected.forget(ended.sessionId());
            coordinator.phoneEnded(ended.sessionId());
        } else if (event instanceof AuthEvent.SessionFrozen frozen) {
            holds.cut(frozen.sessionId());
        }
        listeners.forEach(listener -> listener.accept(event));
    }

    private static void end(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception e) {
            LOG.debug("Could not end a subscription", e);
        }
    }
}
