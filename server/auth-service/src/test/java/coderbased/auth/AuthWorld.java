package coderbased.auth;

import coderbased.auth.linking.InProcessGuestRpc;
import coderbased.auth.linking.LinkCheck;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.InMemoryAuthStore;
import coderbased.auth.session.InProcessAuthEvents;
import coderbased.auth.session.SessionRow;
import coderbased.auth.tokens.AuthKeys;
import coderbased.http.CallerAddress;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Secret;
import coderbased.testing.Eventually;
import coderbased.testing.MutableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** An Auth Service with its keys in a folder of the test's, with a clock to turn, phones and desktops. */
public final class AuthWorld implements AutoCloseable {

    static final CallerAddress HOME = CallerAddress.certain(InetAddress.ofLiteral("192.168.7.20"));
    static final CallerAddress NEIGHBOUR = CallerAddress.certain(InetAddress.ofLiteral("192.168.7.33"));
    static final CallerAddress FAR_AWAY = CallerAddress.certain(InetAddress.ofLiteral("203.0.113.9"));
    static final String PASSWORD = "correct horse battery";

    public final MutableClock clock = MutableClock.standing();
    final List<AuthEvent> heard = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final LinkCheck check;
    private final InProcessAuthEvents events = new InProcessAuthEvents();
    private final InProcessGuestRpc calls = new InProcessGuestRpc();
    private int starts;
    private final StoreDoor door;
    private final AuthStore store;
    private AuthService auth;

    public AuthWorld(Path folder) {
        this(folder, LinkCheck.ADAPTIVE);
    }

    AuthWorld(Path folder, LinkCheck check) {
        this(folder, check, new InMemoryAuthStore());
    }

    /** The same over another store. */
    AuthWorld(Path folder, LinkCheck check, AuthStore behind) {
        this.folder = folder;
        door = new StoreDoor(behind);
        store = door.store();
        this.check = check;
        events.subscribe(heard::add);
        start();
    }

    AuthService auth() {
        return auth;
    }

    public AuthStore store() {
        return store;
    }

    /** The server stops, and starts again on the same data. */
    void restart() {
        stop();
        start();
    }

    /** One more node on the same data and the same bus. */
    AuthService anotherNode() {
        return node(false);
    }

    /** The same server as one that has no other nodes. */
    AuthService singleNode() {
        return node(true);
    }

    private AuthService node(boolean single) {
        try {
            SecureRandom random = new SecureRandom();
            return new AuthService(
                    AuthNodes.settings("N0D" + starts++).with(check),
                    store,
                    new AuthBus(events, calls, single),
                    AuthKeys.open(folder, random),
                    new AuthContext(clock, random));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns what stands between the server and its database. */
    StoreDoor door() {
        return door;
    }

    /** Time passes, and the server notices. */
    public void pass(Duration time) {
        clock.turn(time);
        auth.sweep();
    }

    /** Somebody new, signed in on a phone. */
    public TestPhone signUp(String handle) {
        TestKey key = new TestKey();
        AuthHttp.SignedIn in = auth.accounts()
                .signUp(
                        new AuthHttp.SignUp(
                                handle,
                                handle.toUpperCase(Locale.ROOT),
                                new Secret(PASSWORD),
                                phoneFacts(),
                                key.publicHalf()),
                        HOME);
        return new TestPhone(this, key, in);
    }

    /** Somebody known, on another phone. */
    TestPhone signIn(String handle, String password) {
        TestKey key = new TestKey();
        AuthHttp.SignedIn in = auth.accounts()
                .signIn(new AuthHttp.SignIn(handle, new Secret(password), phoneFacts(), key.publicHalf()), HOME);
        return new TestPhone(this, key, in);
    }

    /** A desktop that waits, on the same network as every phone. */
    public TestDesktop desktop() {
        return desktop(NEIGHBOUR);
    }

    TestDesktop desktop(CallerAddress from) {
        return new TestDesktop(this, from);
    }

    /** A desktop that is in. */
    TestDesktop linked(TestPhone phone) {
        TestDesktop desktop = desktop();
        phone.approve(phone.scan(desktop));
        desktop.reinitialise();
        return desktop;
    }

    /** Returns the reason why a session ended, by its tombstone; empty while it is alive. */
    Optional<LogoutReason> ended(String sessionId) {
        return store.session(sessionId).map(SessionRow::ended).map(Logout::reason);
    }

    /** Waits until somebody was told that. */
    void awaitTold(AuthEvent event) {
        await(() -> heard.contains(event), "never told: " + event + ", but " + heard);
    }

    /** Waits until the phone was told how its link stands. */
    void awaitLink(TestPhone phone, LinkStatus status) {
        awaitTold(new AuthEvent.LinkChanged(phone.sessionId(), status));
    }

    /** Waits until a session's end was told with that reason. */
    void awaitEnd(String sessionId, LogoutReason reason) {
        await(
                () -> heard.stream()
                        .anyMatch(event -> event instanceof AuthEvent.SessionEnded ended
                                && ended.sessionId().equals(sessionId)
                                && ended.logout().reason() == reason),
                "nobody was told that " + sessionId + " ended with " + reason);
    }

    static void await(Callable<Boolean> condition, String otherwise) {
        Eventually.holds(() -> otherwise, condition);
    }

    @Override
    public void close() {
        stop();
        events.close();
    }

    private void start() {
        auth = anotherNode();
    }

    private void stop() {
        auth.close();
    }

    private static DeviceFacts phoneFacts() {
        return new DeviceFacts("Phone", "Coderbased Phone 0.1.0", "Linux");
    }
}
