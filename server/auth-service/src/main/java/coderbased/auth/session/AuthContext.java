package coderbased.auth.session;

import coderbased.audit.SecurityLog;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/**
 * The Auth Service's environment: time, secure randomness, metrics, and the log of security events.
 *
 * @param clock the server's clock
 * @param random a {@link java.security.SecureRandom} everywhere but in tests
 * @param meter counts events
 * @param steady the same time, for lengths of it: never set back
 * @param log takes security events
 */
public record AuthContext(Clock clock, RandomGenerator random, AuthMeter meter, SteadyTime steady, SecurityLog log) {

    /** By that clock. */
    public AuthContext(Clock clock, RandomGenerator random, AuthMeter meter) {
        this(clock, random, meter, new SteadyTime(clock), new SecurityLog(System::nanoTime));
    }

    /** An environment without metrics. */
    public AuthContext(Clock clock, RandomGenerator random) {
        this(clock, random, AuthMeter.NONE);
    }

    /** The time of day, in the milliseconds that stores keep. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** That many unguessable bytes. */
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
