package coderbased.auth.linking;

import coderbased.auth.TestKey;
import coderbased.auth.session.Account;
import coderbased.auth.session.AccountChange;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthMeter;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.InMemoryAuthStore;
import coderbased.auth.session.InProcessAuthEvents;
import coderbased.auth.session.LinkRecords;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionDevice;
import coderbased.auth.session.SessionLimits;
import coderbased.auth.session.SessionScope;
import coderbased.auth.session.SessionTermination;
import coderbased.auth.session.SessionTerminator;
import coderbased.auth.session.SessionUse;
import coderbased.auth.tokens.AuthKeys;
import coderbased.auth.tokens.TokenSigner;
import coderbased.http.CallerAddress;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Protocol;
import coderbased.protocol.QrText;
import coderbased.protocol.Secret;
import coderbased.testing.MutableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * The coordinator by which guests are claimed and approved, without the doors before it: no passwords, no
 * allowances, so that very many links can be tried.
 */
final class LinkStage implements AutoCloseable {

    static final String SERVER = "SERVE0";
    static final String NODE = "N0DE";
    private static final CallerAddress NEAR = CallerAddress.certain(InetAddress.ofLiteral("192.168.7.33"));
    private static final CallerAddress FAR = CallerAddress.certain(InetAddress.ofLiteral("203.0.113.9"));
    private static final int DEVICES = 5;

    final MutableClock clock = MutableClock.standing();
    final List<AuthEvent> heard = new CopyOnWriteArrayList<>();
    private final TestKey key = new TestKey();
    private final InProcessAuthEvents events = new InProcessAuthEvents();
    private final LinkAuditLog book;
    final AuthStore store;
    final LinkCoordinator coordinator;

    LinkStage(Path folder) throws IOException {
        this(folder, new InMemoryAuthStore(), records -> records);
    }

    /** The same over another store, and where something stands between the coordinator and the histories. */
    LinkStage(Path folder, AuthStore store, UnaryOperator<LinkRecords> histories) throws IOException {
        this.store = store;
        SecureRandom random = new SecureRandom();
        AuthContext surroundings = new AuthContext(clock, random);
        LinkSettings settings = new LinkSettings(NODE, LinkCheck.ADAPTIVE, LinkTimes.defaults());
        book = new LinkAuditLog(histories.apply(store.linkRecords()), surroundings.log());
        events.subscribe(heard::add);
        coordinator = new LinkCoordinator(
                new CodeRotation(SERVER, settings, surroundings),
                new CheckNumber(LinkCheck.ADAPTIVE, random),
                new WebSessions(
                        store,
                        new TokenSigner(AuthKeys.open(folder, random), SessionLimits.defaults(), surroundings),
                        new SessionTerminator(store, events, surroundings),
                        book,
                        DEVICES,
                        surroundings),
                new LinkNotifier(events, book, AuthMeter.NONE),
                settings,
                surroundings);
    }

    /** Somebody's phone, in an account of its own. */
    GuestRequest.Claimant phone(String name) {
        Account account = new Account("id-" + name, name, name, new Secret("hash"), clock.instant(), null, null);
        Session phone = new Session(
                "phone-" + name,
                account.id(),
                DeviceKind.PHONE,
                null,
                null,
                new SessionDevice(new DeviceFacts("Phone", "App", "Os"), key.publicHalf()),
                SessionUse.fresh(clock.instant(), "192.168.7.20"),
                LinkChoices.FULL);
        store.addAccount(account, phone);
        return new GuestRequest.Claimant(account.id(), name, phone.id(), "192.168.7.20");
    }

    /** A desktop that waits, on the phones' network or far away. */
    Desktop desktop(boolean near) {
        return new Desktop(near);
    }

    /** Every linked device of the account is gone. */
    void unlinkAll(GuestRequest.Claimant of) {
        Instant now = clock.instant();
        Logout out = Logout.of(LogoutReason.UNLINKED, Initiator.USER, now);
        store.end(new SessionTermination(new SessionScope.Linked(of.accountId()), out, out, new AccountChange.None()));
    }

    @Override
    public void close() throws IOException {
        coordinator.close();
        book.close();
        events.close();
    }

    /** A desktop that records each message it receives. */
    final class Desktop implements GuestListener {

        final List<String> shown = new ArrayList<>();
        final List<String> typed = new ArrayList<>();
        final List<GuestServerMessage.WebAuthToken> tokens = new CopyOnWriteArrayList<>();
        final List<GuestServerMessage.Ended> ends = new CopyOnWriteArrayList<>();
        final List<String> numbers = new ArrayList<>();
        volatile boolean toldAfterTheEnd;
        private volatile boolean broken;
        final Guest guest;

        Desktop(boolean near) {
            DeviceFacts facts = new DeviceFacts("PC", "Desktop", "Os");
            guest = coordinator.open(
                    new GuestClientMessage.Hello(Protocol.VERSION, facts, key.publicHalf()), near ? NEAR : FAR, this);
        }

        @Override
        public void send(GuestServerMessage message) {
            if (broken) {
                throw new IllegalStateException("the socket is gone");
            }
            toldAfterTheEnd |= !tokens.isEmpty() || !ends.isEmpty();
            switch (message) {
                case GuestServerMessage.ShowCode code -> {
                    shown.add(((QrText.Ours) QrText.read(code.qrText().value(), SERVER))
                            .token()
                            .id());
                    typed.add(code.typedCode().value().replace("-", ""));
                }
                case GuestServerMessage.WebAuthToken token -> tokens.add(token);
                case GuestServerMessage.Ended ended -> ends.add(ended);
                case GuestServerMessage.Scanned scanned -> {}
                case GuestServerMessage.Disconnecting never ->
                    throw new AssertionError("a coordinator hangs up on nobody");
            }
        }

        void type(String number) {
            numbers.add(number);
            guest.enterNumber(number);
        }

        void breakSocket() {
            broken = true;
        }
    }
}
