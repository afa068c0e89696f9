package coderbased.client;

import coderbased.client.keys.Credentials;
import coderbased.client.keys.DeviceKeyPair;
import coderbased.client.net.Connection;
import coderbased.client.net.Disconnection;
import coderbased.client.net.SocketDialer;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.CloseCode;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.Logout;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import java.security.GeneralSecurityException;
import java.time.Clock;

/**
 * Connection of a device with a token. The device also proves that it holds the key; then it can chat.
 *
 * <p>Serves one re-initialisation. Used on the client thread.
 *
 * <p>Hop 8 of the Guest Token's way.
 */
final class ChatConnection extends Connection<ChatServerMessage> {

    /** Receives the events of one chat connection, on the client thread. */
    interface Listener {

        /**
         * Reports that the session is valid. The new token must be stored before anything else; from now on the
         * connection can chat.
         */
        void admitted(ChatServerMessage.Admitted admitted);

        /** Receives a message about chat, links or devices; only after {@link #admitted}. */
        void heard(ChatServerMessage message);

        /** Reports that this is another server than that of the credentials; they stay valid. Last call. */
        void cameToOtherServer(String serverId);

        /** Reports that the session has ended and must be wiped. Last call. */
        void loggedOut(Logout logout);

        /** Reports that the connection is gone, but not the session. Last call. */
        void lost(Disconnection lost);
    }

    private enum Phase {
        CHALLENGE,
        PROVED,
        LIVE
    }

    private final Credentials credentials;
    private final Clock clock;
    private final Listener listener;
    private Phase phase = Phase.CHALLENGE;

    ChatConnection(SocketDialer dialer, Credentials credentials, Clock clock, Listener listener) {
        super(dialer, Protocol.CHAT_PATH, ChatServerMessage.class);
        this.credentials = credentials;
        this.clock = clock;
        this.listener = listener;
    }

    /** Sends a chat message; drops it before admission and after the end. */
    void send(ChatClientMessage message) {
        if (isLive()) {
            say(message);
        }
    }

    boolean isLive() {
        return phase == Phase.LIVE && !isOver();
    }

    @Override
    protected void gone(Disconnection lost) {
        listener.lost(lost);
    }

    @Override
    protected void heard(ChatServerMessage message) {
        switch (message) {
            case ChatServerMessage.Challenge challenge -> prove(challenge);
            case ChatServerMessage.Admitted admitted -> admitted(admitted);
            case ChatServerMessage.LoggedOut(Logout logout) -> loggedOut(logout);
            case ChatServerMessage.Disconnecting(var reason, long retryAfterMillis) ->
                lose(Disconnection.told(reason, retryAfterMillis));
            case ChatServerMessage.CarryingMessage _,
                    ChatServerMessage.ContentMessage _,
                    ChatServerMessage.AccountMessage _ -> passOn(message);
        }
    }

    /** Closes instead of proving anything to a server that did not issue the token. */
    private void prove(ChatServerMessage.Challenge challenge) {
        if (phase != Phase.CHALLENGE) {
            refuse();
            return;
        }
        if (!challenge.serverId().equals(credentials.serverId())) {
            close(CloseCode.NORMAL);
            listener.cameToOtherServer(challenge.serverId());
            return;
        }
        byte[] bytes = DeviceKey.challengeBytes(
                challenge.serverId(), challenge.nonce(), credentials.token().value());
        try {
            String proof = DeviceKeyPair.of(credentials.key()).proof(bytes);
            phase = Phase.PROVED;
            say(new ChatClientMessage.Authenticate(Protocol.VERSION, credentials.token(), new Secret(proof)));
        } catch (GeneralSecurityException _) {
            endSession(Logouts.unusable(clock));
        }
    }

    private void admitted(ChatServerMessage.Admitted admitted) {
        if (phase != Phase.PROVED) {
            refuse();
            return;
        }
        phase = Phase.LIVE;
        inTime();
        listener.admitted(admitted);
    }

    private void loggedOut(Logout logout) {
        if (phase == Phase.CHALLENGE) {
            refuse();
            return;
        }
        endSession(logout);
    }

    private void passOn(ChatServerMessage message) {
        if (phase == Phase.LIVE) {
            listener.heard(message);
        } else {
            refuse();
        }
    }

    private void endSession(Logout logout) {
        close(CloseCode.NORMAL);
        listener.loggedOut(logout);
    }
}
