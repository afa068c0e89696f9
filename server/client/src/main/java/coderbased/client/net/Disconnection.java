package coderbased.client.net;

import coderbased.client.messages.EndWords;
import coderbased.protocol.CloseCode;
import coderbased.protocol.DisconnectReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * End of a connection that did not end its session.
 *
 * @param trouble what happened, for the user
 * @param hint wait that the server asked for, or zero
 * @param stop reason why this program must not reconnect by itself; null if it may
 * @param unreached true if nobody listened at the server's address, so another attempt burdens nobody
 */
public record Disconnection(
        String trouble, Duration hint, @Nullable DisconnectReason stop, boolean unreached) {

    static Disconnection because(String trouble) {
        return new Disconnection(trouble, Duration.ZERO, null, false);
    }

    /** Returns the end of a connection that was never made: nobody listens at the address. */
    static Disconnection unreached(String trouble) {
        return new Disconnection(trouble, Duration.ZERO, null, true);
    }

    /** Returns the end that the server announced before it closed. */
    public static Disconnection told(DisconnectReason reason, long retryAfterMillis) {
        return new Disconnection(
                EndWords.of(reason), Duration.ofMillis(retryAfterMillis), reason.comesBack() ? null : reason, false);
    }

    /** Returns the end that a close frame alone describes, without a message before it. */
    static Disconnection closed(int number) {
        return CloseCode.of(number)
                .map(code -> switch (code) {
                    case CONNECTED_ELSEWHERE -> told(DisconnectReason.CONNECTED_ELSEWHERE, 0);
                    case FROZEN -> told(DisconnectReason.FROZEN, 0);
                    case RESTART -> told(DisconnectReason.SERVER_RESTART, 0);
                    case SLOW_DOWN, TRY_LATER -> told(DisconnectReason.SLOW_DOWN, 0);
                    case NORMAL, BAD_MESSAGE, TOO_BIG, REAUTHENTICATE, LOGGED_OUT, LINK_TIMEOUT, REINITIALISE ->
                        because(Sentences.connectionLost());
                })
                .orElseGet(() -> because(Sentences.connectionLost()));
    }
}
