package coderbased.auth;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long this node may go on serving sessions on what it last read of them.
 *
 * <p>What counts is the oldest question that the database still owes an answer to, not the last answer: so a clock that is
 * set ahead, or a program that was asleep, finds the lease as it left it. Thread-safe.
 */
final class Lease {

    /**
     * How long a question to the database may be without an answer. Nobody is to be served for more than ten seconds after
     * the node was cut off: the first such question may come a second late, and letting go of ten thousand devices takes
     * seconds.
     */
    static final Duration LENGTH = Duration.ofSeconds(5);

    private final Surroundings surroundings;
    private @Nullable Instant owedSince;

    Lease(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    synchronized void asked() {
        if (owedSince == null) {
            owedSince = surroundings.now();
        }
    }

    synchronized void answered() {
        owedSince = null;
    }

    /** How long the database has owed an answer; nothing where it owes none. */
    synchronized Duration age() {
        return owedSince == null ? Duration.ZERO : Duration.between(owedSince, surroundings.now());
    }

    /** Whether the database has owed an answer for so long that nobody can say whose session is still good. */
    synchronized boolean isOver() {
        Instant now = surroundings.now();
        if (owedSince != null && now.isBefore(owedSince)) {
            // The clock was set back: the time counts anew.
            owedSince = now;
        }
        return owedSince != null && !now.isBefore(owedSince.plus(LENGTH));
    }
}
