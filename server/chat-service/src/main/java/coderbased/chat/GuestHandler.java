package coderbased.chat;

import coderbased.audit.SecurityEvent;
import coderbased.auth.AuthService;
import coderbased.auth.linking.Guest;
import coderbased.auth.linking.GuestListener;
import coderbased.auth.session.AuthRefused;
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
 * The server's side of a guest connection. The Web Auth Token goes down the very socket that showed the code, and the
 * connection ends with {@link CloseCode#REINITIALISE}.
 *
 * <p>Hop 7 of the Guest Token's way.
 */
final class GuestHandler implements ConnectionHandler, GuestListener {

    private final ClientConnection connection;
    private final AuthService auth;
    private final Consumer<GuestHandler> leave;
    private @Nullable Guest guest;
    private boolean scanned;
    private boolean leaving;

    /** @param leave called when this guest no longer waits */
    GuestHandler(ClientConnection connection, AuthService auth, Consumer<GuestHandler> leave) {
        this.connection = connection;
        this.auth = auth;
        this.leave = leave;
    }

    @Override
    public void opened() {}

    @Override
    public void received(String text) throws BadMessage, Wire.Malformed {
        switch (Wire.read(text, GuestClientMessage.class)) {
            case Hello hello -> hello(hello);
            case EnterNumber typed -> parked().enterNumber(typed.number().value());
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

    /** Makes room for another guest; false if its code was scanned, because then a person waits for it. */
    synchronized boolean giveWay(Duration comeBackAfter) {
        if (scanned) {
            return false;
        }
        leaving = true;
        RejectedHandler.now(connection, DisconnectReason.SLOW_DOWN, comeBackAfter);
        return true;
    }

    /** Sends a message of the Auth Service to the desktop. */
    @Override
    public synchronized void send(GuestServerMessage message) {
        if (leaving) {
            throw new IllegalStateException("this desktop had to make room");
        }
        scanned |= message instanceof Scanned;
        connection.send(message);
        switch (message) {
            case ShowCode code -> {}
            case Scanned scanned -> {}
            case WebAuthToken token -> connection.end(CloseCode.REINITIALISE, "Re-initialise with the token.");
            case Ended ended ->
                connection.end(closeCode(ended.end()), ended.end().desktopSentence());
            case Disconnecting later ->
                connection.end(CloseCode.SLOW_DOWN, later.reason().sentence());
        }
    }

    private void hello(Hello hello) throws BadMessage {
        if (guest != null) {
            throw new BadMessage("A guest can say hello only once.");
        }
        if (hello.protocol() != Protocol.VERSION) {
            RejectedHandler.outdated(connection);
            return;
        }
        connection.introduced(Protocol.MAX_UNAUTHENTICATED_FRAME_BYTES);
        try {
            guest = auth.openGuest(hello, connection.address(), this);
        } catch (AuthRefused e) {
            turnAway(e.problem());
        }
    }

    private void turnAway(Problem problem) throws BadMessage {
        Long later = problem.retryAfterMillis();
        if (later == null) {
            throw new BadMessage(problem.message());
        }
        auth.log()
                .note(
                        SecurityEvent.RATE_LIMITED,
                        problem.code(),
                        null,
                        connection.address().text());
        RejectedHandler.now(connection, DisconnectReason.SLOW_DOWN, Duration.ofMillis(later));
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
