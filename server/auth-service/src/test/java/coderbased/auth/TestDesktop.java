package coderbased.auth;

import coderbased.auth.linking.Guest;
import coderbased.auth.linking.GuestListener;
import coderbased.auth.session.Admission;
import coderbased.auth.tokens.DpopCredentials;
import coderbased.auth.tokens.IssuedChallenge;
import coderbased.http.CallerAddress;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Protocol;
import coderbased.protocol.QrText;
import coderbased.protocol.Secret;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assertions;

/** A desktop that waits as a guest, then comes in with its Web Auth Token. */
public final class TestDesktop implements GuestListener {

    final List<GuestServerMessage> messages = new CopyOnWriteArrayList<>();
    private final AuthWorld world;
    private final CallerAddress from;
    private final TestKey key = new TestKey();
    private final Guest guest;
    private volatile boolean broken;
    private volatile String token = "";

    TestDesktop(AuthWorld world, CallerAddress from) {
        this(world, world.auth(), from);
    }

    /** Waits on that node. */
    TestDesktop(AuthWorld world, AuthService node, CallerAddress from) {
        this.world = world;
        this.from = from;
        this.guest = node.openGuest(
                new GuestClientMessage.Hello(
                        Protocol.VERSION,
                        new DeviceFacts("Office PC", "Coderbased Desktop 0.1.0", "Linux"),
                        key.publicHalf()),
                from,
                this);
    }

    @Override
    public void send(GuestServerMessage message) {
        if (broken) {
            throw new IllegalStateException("the socket is gone");
        }
        messages.add(message);
        if (message instanceof GuestServerMessage.WebAuthToken delivered) {
            token = delivered.webAuthToken().value();
        }
    }

    /** From now on nothing reaches it, and nobody has noticed yet. */
    void breakSocket() {
        broken = true;
    }

    Guest guest() {
        return guest;
    }

    /** The code on its screen. */
    GuestServerMessage.ShowCode shown() {
        return messages.reversed().stream()
                .filter(GuestServerMessage.ShowCode.class::isInstance)
                .map(GuestServerMessage.ShowCode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    public String guestToken() {
        QrText read = QrText.read(shown().qrText().value(), world.auth().serverId());
        return Assertions.assertInstanceOf(QrText.Ours.class, read).token().text();
    }

    public GuestServerMessage last() {
        return messages.getLast();
    }

    /** True if it was given a Web Auth Token. */
    boolean hasToken() {
        return !token.isEmpty();
    }

    String token() {
        return token;
    }

    TestKey key() {
        return key;
    }

    /** Returns what it presents on an HTTP call. */
    DpopCredentials present() {
        return key.present(token, world.clock.instant());
    }

    void keep(String copied) {
        token = copied;
    }

    String sessionId() {
        return messages.stream()
                .filter(GuestServerMessage.WebAuthToken.class::isInstance)
                .map(message -> ((GuestServerMessage.WebAuthToken) message).sessionId())
                .findFirst()
                .orElseThrow();
    }

    public void assertEnded(LinkEnd end) {
        Assertions.assertEquals(new GuestServerMessage.Ended(end), last());
    }

    /** Opens a chat connection, answers the challenge with the token it has, and keeps the next one. */
    Admission reinitialise() {
        return reinitialise(key);
    }

    Admission reinitialise(TestKey with) {
        Admission admission = world.auth()
                .reinitialise(
                        new ChatClientMessage.Authenticate(
                                Protocol.VERSION,
                                new Secret(token),
                                new Secret(with.prove(world.auth().serverId(), "nonce", token))),
                        new IssuedChallenge("nonce", world.clock.instant()),
                        from);
        if (admission instanceof Admission.Admitted admitted) {
            token = admitted.message().token().value();
        }
        return admission;
    }

    /** Returns what it hears when it comes back with its token. */
    LogoutReason refusedWith() {
        return Assertions.assertInstanceOf(Admission.LoggedOut.class, reinitialise())
                .logout()
                .reason();
    }
}
