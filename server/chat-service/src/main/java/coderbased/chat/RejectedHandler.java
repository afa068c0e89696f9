package coderbased.chat;

import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.CloseCode;
import coderbased.protocol.DisconnectReason;
import java.time.Duration;

/**
 * The handler of a connection that the server cannot serve: it tells the reason and when to come back, and ends it.
 *
 * <p>Guest and chat connections are told the same: both protocols have the message, under the same name on the wire.
 */
record RejectedHandler(ClientConnection connection, DisconnectReason reason, Duration retryAfter)
        implements ConnectionHandler {

    /** Ends a connection for a reason that is not the session's end. */
    static void now(ClientConnection connection, DisconnectReason reason, Duration retryAfter) {
        Object last = new ChatServerMessage.Disconnecting(reason, retryAfter.toMillis());
        connection.end(last, closeCode(reason), reason.sentence());
    }

    /** Ends the connection of a program with another version of the protocol. */
    static void outdated(ClientConnection connection) {
        now(connection, DisconnectReason.CLIENT_OUTDATED, Duration.ZERO);
    }

    @Override
    public void opened() {
        now(connection, reason, retryAfter);
    }

    @Override
    public void received(String text) {}

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
