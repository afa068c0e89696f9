package coderbased.client.net;

import java.time.Duration;

/**
 * How patient a client is.
 *
 * @param firstRetry the longest wait before the first new try; each failure doubles it
 * @param longestRetry where the doubling ends
 * @param answerWithin how long the server has to answer a call, a handshake, a challenge's answer
 * @param ping how often the client asks whether the server is still there
 */
public record Timing(Duration firstRetry, Duration longestRetry, Duration answerWithin, Duration ping) {

    private static final Duration LONGEST_HANDSHAKE = Duration.ofSeconds(5);

    /** Returns how long each part of connecting may take: TCP, TLS, the WebSocket handshake. */
    Duration handshakeWithin() {
        return answerWithin.compareTo(LONGEST_HANDSHAKE) < 0 ? answerWithin : LONGEST_HANDSHAKE;
    }

    /** What the programs use. */
    public static Timing standard() {
        return new Timing(
                Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(20));
    }
}
