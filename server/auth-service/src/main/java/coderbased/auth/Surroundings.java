package coderbased.auth;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/**
 * What the Auth Service takes from outside: the time, and randomness nobody can guess.
 *
 * @param clock the server's clock
 * @param random a {@link java.security.SecureRandom} everywhere but in tests
 */
public record Surroundings(Clock clock, RandomGenerator random) {

    /** Now, in the milliseconds that stores keep. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** That many unguessable bytes. */
    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
