package coderbased.client.net;

import coderbased.protocol.CloseCode;
import coderbased.protocol.DisconnectReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a connection ended that did not end a session.
 *
 * @param trouble what happened, for the person
 * @param hint how long the server asked to be left alone, or zero
 * @param stop why this program must not come back by itself; null where it may
 * @param unreached whether nobody was there at the server's address, who could be troubled by another try
 */
public record Disconnection(
        String trouble, Duration hint, @Nullable DisconnectReason stop, boolean unreached) {

    static Disconnection because(String trouble) {
        return new Disconnection(trouble, Duration.ZERO, null, false);
    }

    /** It never came to be: nobody listens tonline. */
    static Disconnection unreached(String trouble) {
        return new Disconnection(trouble, Duration.ZERO, null, true);
    }

    /** What the server said before it closed. */
    public static Disconnection told(DisconnectReason reason, long retryAfterMillis) {
        return new Disconnection(
                reason.sentence(), Duration.ofMillis(retryAfterMillis), reason.comesBack() ? null : reason, false);
    }

    /** What a close frame alone says, where no message went before it. */
    static Disconnection closed(int number) {
        return CloseCode.of(number)
                .map(code -> switch (code) {
                    case CONNECTED_ELSEWHERE -> told(DisconnectReason.CONNECTED_ELSEWHERE, 0);
                    case FROZEN -> told(DisconnectReason.FROZEN, 0);
                    case RESTART -> told(DisconnectReason.SERVER_RESTART, 0);
                    case SLOW_DOWN, TRY_LATER -> told(DisconnectReason.SLOW_DOWN, 0);
                    case NORMAL, BAD_MESSAGE, TOO_BIG, REAUTHENTICATE, LOGGED_OUT, LINK_TIMEOUT, REINITIALISE ->
                        because(Sentences.CONNECTION_LOST);
                })
                .orElseGet(() -> because(Sentences.CONNECTION_LOST));
    }
}
