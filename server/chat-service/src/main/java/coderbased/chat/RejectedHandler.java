package coderbased.chat;

import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.CloseCode;
import coderbased.protocol.DisconnectReason;
import java.time.Duration;

/**
 * A connection that the server cannot serve: it hears why and when to come back, and that is all.
 *
 * <p>Guest and chat connections hear the same: both protocols have the message, under the same name on the wire.
 */
record RejectedHandler(ClientConnection peer, DisconnectReason reason, Duration retryAfter)
        implements ConnectionHandler {

    /** Ends a connection for a reason that is not the session's end. */
    static void now(ClientConnection peer, DisconnectReason reason, Duration retryAfter) {
        Object last = new ChatServerMessage.Disconnecting(reason, retryAfter.toMillis());
        peer.end(last, closeCode(reason), reason.sentence());
    }

    /** Ends the connection of a program that speaks another version of the protocol. */
    static void outdated(ClientConnection peer) {
        now(peer, DisconnectReason.CLIENT_OUTDATED, Duration.ZERO);
    }

    @Override
    public void opened() {
        now(peer, reason, retryAfter);
    }

    @Override
    public void said(String text) {}

    @Override
    public void gone() {}

    private static CloseCode closeCode(DisconnectReason reason) {
        return switch (reason) {
            case CONNECTED_ELSEWHERE, CLIENT_OUTDATED -> CloseCode.CONNECTED_ELSEWHERE;
            case FROZEN -> CloseCode.FROZEN;
            case SERVER_RESTART -> CloseCode.RESTART;
            case SLOW_DOWN -> CloseCode.SLOW_DOWN;
        };
    }
}
