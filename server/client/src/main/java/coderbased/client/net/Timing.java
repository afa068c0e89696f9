package coderbased.client.net;

import java.time.Duration;

/**
 * Timeouts and intervals of a client.
 *
 * @param firstRetry longest wait before the first retry; each failure doubles it
 * @param longestRetry upper bound of the doubled wait
 * @param answerWithin time that the server has for a call, a handshake, or the answer to a challenge
 * @param ping interval between pings to the server
 */
public record Timing(Duration firstRetry, Duration longestRetry, Duration answerWithin, Duration ping) {

    private static final Duration MAX_HANDSHAKE_TIME = Duration.ofSeconds(5);

    /** Returns how long each part of connecting may take: TCP, TLS, the WebSocket handshake. */
    Duration handshakeWithin() {
        return answerWithin.compareTo(MAX_HANDSHAKE_TIME) < 0 ? answerWithin : MAX_HANDSHAKE_TIME;
    }

    /** Returns the values that the programs use. */
    public static Timing standard() {
        return new Timing(
                Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(20));
    }
}
