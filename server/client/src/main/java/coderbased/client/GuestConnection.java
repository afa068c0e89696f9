package coderbased.client;

import coderbased.protocol.CloseCode;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.GuestServerMessage.WebAuthToken;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a desktop without a token. It can only wait: it shows codes and hears what becomes of them.
 *
 * <p>Hop 1 and hop 3 of the Guest Token's way. Serves one link attempt with one key, then is over. Used on the client's
 * own thread.
 */
final class GuestConnection implements TextSocket.Listener {

    /** Hears one guest connection, on the client's own thread. */
    interface Listener {

        /** Show this code in place of the last one. */
        void code(SessionState.Code code);

        /** A phone claimed the code; again, with {@code needsNumber} false, once the check number was typed right. */
        void scanned(String by, boolean needsNumber, Instant until);

        /** The link is made; keep the token before doing anything else. Last call. */
        void linked(WebAuthToken token);

        /** The link came to nothing, or the codes ran out. Last call. */
        void ended(LinkEnd end);

        /** The connection is gone. Last call. */
        void lost(Lost lost);
    }

    private enum Phase {
        GREETING,
        SHOWN,
        SCANNED,
        OVER
    }

    private final SocketDialer dialer;
    private final GuestClientMessage.Hello hello;
    private final Clock clock;
    private final Listener listener;
    private Phase phase = Phase.GREETING;
    private @Nullable TextSocket socket;
    private @Nullable Subscription firstCode;

    GuestConnection(SocketDialer dialer, GuestClientMessage.Hello hello, Clock clock, Listener listener) {
        this.dialer = dialer;
        this.hello = hello;
        this.clock = clock;
        this.listener = listener;
    }

    void open() {
        firstCode = dialer.deadline(() -> lose(Lost.because(Sentences.NO_ANSWER)));
        socket = dialer.dial(Protocol.GUEST_PATH, this);
    }

    void enterNumber(String number) {
        if (phase == Phase.SCANNED) {
            say(new GuestClientMessage.EnterNumber(number));
        }
    }

    void cancel() {
        if (phase == Phase.SCANNED) {
            say(new GuestClientMessage.Cancel());
        }
    }

    /** Ends it without another call to the listener. */
    void close() {
        close(CloseCode.NORMAL);
    }

    @Override
    public void opened() {
        say(hello);
    }

    @Override
    public void text(String text) {
        if (phase == Phase.OVER) {
            return;
        }
        try {
            heard(Wire.read(text, GuestServerMessage.class));
        } catch (Wire.Malformed foreign) {
            refuse();
        }
    }

    @Override
    public void ended(Lost lost) {
        lose(lost);
    }

    private void heard(GuestServerMessage message) {
        switch (message) {
            case GuestServerMessage.ShowCode code -> show(code);
            case GuestServerMessage.Scanned scanned -> scanned(scanned);
            case WebAuthToken token -> linked(token);
            case GuestServerMessage.Ended(LinkEnd end) -> {
                close();
                listener.ended(end);
            }
            case GuestServerMessage.Disconnecting(var reason, long retryAfterMillis) ->
                lose(Lost.told(reason, retryAfterMillis));
        }
    }

    private void show(GuestServerMessage.ShowCode code) {
        if (phase == Phase.SCANNED) {
            refuse();
            return;
        }
        phase = Phase.SHOWN;
        stopWaiting();
        Instant now = clock.instant();
        listener.code(new SessionState.Code(
                code.qrText(), code.typedCode(), code.number(), code.of(), now, now.plusMillis(code.validForMillis())));
    }

    private void scanned(GuestServerMessage.Scanned scanned) {
        if (phase == Phase.GREETING) {
            refuse();
            return;
        }
        phase = Phase.SCANNED;
        listener.scanned(scanned.by(), scanned.needsNumber(), clock.instant().plusMillis(scanned.validForMillis()));
    }

    private void linked(WebAuthToken token) {
        if (phase != Phase.SCANNED) {
            refuse();
            return;
        }
        close(CloseCode.REINITIALISE);
        listener.linked(token);
    }

    private void refuse() {
        close(CloseCode.BAD_MESSAGE);
        listener.lost(Lost.because(Sentences.NOT_UNDERSTOOD));
    }

    private void lose(Lost lost) {
        if (phase != Phase.OVER) {
            close();
            listener.lost(lost);
        }
    }

    private void say(GuestClientMessage message) {
        if (socket != null) {
            socket.send(Wire.write(message));
        }
    }

    private void close(CloseCode code) {
        phase = Phase.OVER;
        stopWaiting();
        if (socket != null) {
            socket.close(code);
        }
    }

    private void stopWaiting() {
        if (firstCode != null) {
            firstCode.close();
        }
    }
}
