package coderbased.client;

import coderbased.client.net.Connection;
import coderbased.client.net.Disconnection;
import coderbased.client.net.SocketDialer;
import coderbased.protocol.CloseCode;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.GuestServerMessage.WebAuthToken;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import java.time.Clock;
import java.time.Instant;

/**
 * Connection of a desktop without a token. The desktop can only show codes and wait for a scan.
 *
 * <p>Serves one link attempt with one key. Used on the client thread.
 *
 * <p>Hop 1 of the Guest Token's way.
 */
final class GuestConnection extends Connection<GuestServerMessage> {

    /** Receives the events of one guest connection, on the client thread. */
    interface Listener {

        /** Shows a code in place of the last one. */
        void code(SessionState.Code code);

        /**
         * Reports that a phone claimed the code; called again, with {@code needsNumber} false, after the right check
         * number.
         */
        void scanned(String by, boolean needsNumber, Instant until);

        /** Reports that the link is complete. The token must be stored before anything else. Last call. */
        void linked(WebAuthToken token);

        /** Reports that the link failed, or the codes ran out. Last call. */
        void ended(LinkEnd end);

        /** Reports that the connection is gone. Last call. */
        void lost(Disconnection lost);
    }

    private enum Phase {
        GREETING,
        SHOWN,
        SCANNED
    }

    private final GuestClientMessage.Hello hello;
    private final Clock clock;
    private final Listener listener;
    private Phase phase = Phase.GREETING;

    GuestConnection(SocketDialer dialer, GuestClientMessage.Hello hello, Clock clock, Listener listener) {
        super(dialer, Protocol.GUEST_PATH, GuestServerMessage.class);
        this.hello = hello;
        this.clock = clock;
        this.listener = listener;
    }

    void enterNumber(String number) {
        if (isScanned()) {
            say(new GuestClientMessage.EnterNumber(new Secret(number)));
        }
    }

    void cancel() {
        if (isScanned()) {
            say(new GuestClientMessage.Cancel());
        }
    }

    @Override
    public void opened() {
        say(hello);
    }

    @Override
    protected void gone(Disconnection lost) {
        listener.lost(lost);
    }

    @Override
    protected void heard(GuestServerMessage message) {
        switch (message) {
            case GuestServerMessage.ShowCode code -> show(code);
            case GuestServerMessage.Scanned scanned -> scanned(scanned);
            case WebAuthToken token -> linked(token);
            case GuestServerMessage.Ended(LinkEnd end) -> {
                close();
                listener.ended(end);
            }
            case GuestServerMessage.Disconnecting(var reason, long retryAfterMillis) ->
                lose(Disconnection.told(reason, retryAfterMillis));
        }
    }

    private void show(GuestServerMessage.ShowCode code) {
        if (phase == Phase.SCANNED) {
            refuse();
            return;
        }
        phase = Phase.SHOWN;
        inTime();
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

    private boolean isScanned() {
        return phase == Phase.SCANNED && !isOver();
    }
}
