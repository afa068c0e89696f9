package coderbased.client;

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

    /** What the programs use. */
    public static Timing standard() {
        return new Timing(
                Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(20));
    }
}
