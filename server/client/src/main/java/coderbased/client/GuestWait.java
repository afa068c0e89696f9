package coderbased.client;

import coderbased.client.keys.Credentials;
import coderbased.client.keys.DeviceKeyPair;
import coderbased.client.net.ClientContext;
import coderbased.client.net.ClientThread;
import coderbased.client.net.Disconnection;
import coderbased.client.net.Reconnector;
import coderbased.client.net.SocketDialer;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestServerMessage.WebAuthToken;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Protocol;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Connections of the Guest State, one after the other: a new one, with a new key, for each link attempt.
 *
 * <p>Used on the client thread.
 *
 * <p>Hop 7 of the Guest Token's way.
 */
final class GuestWait {

    /** Receives the events of the wait, on the client thread. */
    interface Listener {

        void code(SessionState.Code code);

        void scanned(String by, boolean needsNumber, Instant until);

        /** Ends the wait with credentials, which are to be stored, then presented. */
        void linked(Credentials credentials);

        /** Reports a failed attempt; the next one follows by itself, except after {@link LinkEnd#NO_MORE_CODES}. */
        void ended(LinkEnd end);

        /** Reports a lost connection; the next attempt follows by itself. */
        void lost(String trouble);

        /** Ends the wait; no attempt follows by itself. */
        void mustStop(DisconnectReason reason);
    }

    private final ClientContext context;
    private final SocketDialer dialer;
    private final Reconnector reconnector;
    private final Listener listener;
    private @Nullable GuestConnection connection;

    GuestWait(ClientContext context, ClientThread thread, Listener listener) {
        this.context = context;
        this.dialer = new SocketDialer(context, thread);
        this.reconnector = new Reconnector(thread, context);
        this.listener = listener;
    }

    /** Opens a new connection at once, in place of the current one. */
    void begin() {
        stop();
        DeviceKeyPair keys = DeviceKeyPair.make(context.random());
        DeviceFacts device = context.device();
        GuestClientMessage.Hello hello = new GuestClientMessage.Hello(Protocol.VERSION, device, keys.publicKey());
        connection = new GuestConnection(dialer, hello, context.clock(), new Attempt(keys));
        connection.open();
    }

    void stop() {
        reconnector.stop();
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    void enterNumber(String number) {
        if (connection != null) {
            connection.enterNumber(number);
        }
    }

    void cancelLink() {
        if (connection != null) {
            connection.cancel();
        }
    }

    /** One connection and the key that was generated for it. */
    private final class Attempt implements GuestConnection.Listener {

        private final DeviceKeyPair keys;

        Attempt(DeviceKeyPair keys) {
            this.keys = keys;
        }

        @Override
        public void code(SessionState.Code code) {
            reconnector.reached();
            listener.code(code);
        }

        @Override
        public void scanned(String by, boolean needsNumber, Instant until) {
            listener.scanned(by, needsNumber, until);
        }

        @Override
        public void linked(WebAuthToken token) {
            listener.linked(new Credentials(
                    token.webAuthToken(), keys.privateKey(), token.profile(), token.sessionId(), token.serverId()));
        }

        @Override
        public void ended(LinkEnd end) {
            if (end != LinkEnd.NO_MORE_CODES) {
                reconnector.later(Duration.ZERO, GuestWait.this::begin);
            }
            listener.ended(end);
        }

        @Override
        public void lost(Disconnection lost) {
            DisconnectReason stop = lost.stop();
            if (stop != null) {
                listener.mustStop(stop);
                return;
            }
            reconnector.later(lost, GuestWait.this::begin);
            listener.lost(lost.trouble());
        }
    }
}
