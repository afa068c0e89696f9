package coderbased.chat;

import coderbased.auth.AuthRefused;
import coderbased.auth.AuthService;
import coderbased.auth.Guest;
import coderbased.auth.GuestListener;
import coderbased.protocol.CloseCode;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestClientMessage.Cancel;
import coderbased.protocol.GuestClientMessage.EnterNumber;
import coderbased.protocol.GuestClientMessage.Hello;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.GuestServerMessage.Disconnecting;
import coderbased.protocol.GuestServerMessage.Ended;
import coderbased.protocol.GuestServerMessage.Scanned;
import coderbased.protocol.GuestServerMessage.ShowCode;
import coderbased.protocol.GuestServerMessage.WebAuthToken;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Our side of a guest connection. Hop 7 of the Guest Token's way: the Web Auth Token goes down the very socket that was
 * shown the code, and the connection ends with {@link CloseCode#REINITIALISE}.
 */
final class GuestHandler implements ConnectionHandler, GuestListener {

    private final ClientConnection peer;
    private final AuthService auth;
    private final Consumer<GuestHandler> leave;
    private @Nullable Guest guest;
    private boolean scanned;
    private boolean leaving;

    /** @param leave called when nobody waits here any more */
    GuestHandler(ClientConnection peer, AuthService auth, Consumer<GuestHandler> leave) {
        this.peer = peer;
        this.auth = auth;
        this.leave = leave;
    }

    @Override
    public void opened() {}

    @Override
    public void said(String text) throws BadMessage, Wire.Malformed {
        switch (Wire.read(text, GuestClientMessage.class)) {
            case Hello hello -> hello(hello);
            case EnterNumber typed -> parked().enterNumber(typed.number());
            case Cancel cancel -> parked().cancel();
        }
    }

    @Override
    public void gone() {
        leave.accept(this);
        Guest leaving = guest;
        if (leaving != null) {
            leaving.gone();
        }
    }

    /** Makes room for somebody else; false where its code was scanned, and a person waits for it. */
    synchronized boolean giveWay(Duration comeBackAfter) {
        if (scanned) {
            return false;
        }
        leaving = true;
        RejectedHandler.now(peer, DisconnectReason.SLOW_DOWN, comeBackAfter);
        return true;
    }

    /** The Auth Service has something for the desktop. */
    @Override
    public synchronized void send(GuestServerMessage message) {
        if (leaving) {
            throw new IllegalStateException("this desktop had to make room");
        }
        scanned |= message instanceof Scanned;
        peer.send(message);
        switch (message) {
            case ShowCode code -> {}
            case Scanned scanned -> {}
            case WebAuthToken token -> peer.end(CloseCode.REINITIALISE, "Re-initialise with the token.");
            case Ended ended -> peer.end(closeCode(ended.end()), ended.end().desktopSentence());
            case Disconnecting later ->
                peer.end(CloseCode.SLOW_DOWN, later.reason().sentence());
        }
    }

    private void hello(Hello hello) throws BadMessage {
        if (guest != null) {
            throw new BadMessage("A guest can say hello only once.");
        }
        if (hello.protocol() != Protocol.VERSION) {
            RejectedHandler.outdated(peer);
            return;
        }
        peer.introduced(Protocol.MAX_UNAUTHENTICATED_FRAME_BYTES);
        try {
            guest = auth.openGuest(hello, peer.address(), this);
        } catch (AuthRefused refused) {
            turnAway(refused.problem());
        }
    }

    private void turnAway(Problem problem) throws BadMessage {
        Long later = problem.retryAfterMillis();
        if (later == null) {
            throw new BadMessage(problem.message());
        }
        RejectedHandler.now(peer, DisconnectReason.SLOW_DOWN, Duration.ofMillis(later));
    }

    private Guest parked() throws BadMessage {
        if (guest == null) {
            throw new BadMessage("Say hello first.");
        }
        return guest;
    }

    private static CloseCode closeCode(LinkEnd end) {
        return switch (end) {
            case NO_MORE_CODES, EXPIRED -> CloseCode.LINK_TIMEOUT;
            case DENIED, CANCELLED, WRONG_NUMBER, DESKTOP_GONE, LIMIT, PHONE_LOGGED_OUT -> CloseCode.NORMAL;
        };
    }
}
