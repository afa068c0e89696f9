package coderbased.auth;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long this node may go on serving sessions on what it last read of them.
 *
 * <p>The lease counts from the oldest question that the database owes an answer to, asked or due, not from the last answer: so
 * a clock that is set ahead, or a program that was asleep, finds the lease as it left it. A question is due when none was
 * answered for a while; so a node whose questions stopped lets go too. Thread-safe.
 */
final class Lease {

    /**
     * How long a question to the database may be without an answer. Nobody is to be served for more than ten seconds after
     * the node was cut off: the first such question may come a second late, and letting go of ten thousand devices takes
     * seconds.
     */
    static final Duration LENGTH = Duration.ofSeconds(5);

    /** A question is asked each second; where none was for that long, it is due. */
    static final Duration DUE = Duration.ofSeconds(2);

    private final Surroundings surroundings;
    private @Nullable Instant owedSince;
    private Instant answeredAt;

    Lease(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.answeredAt = surroundings.now();
    }

    synchronized void asked() {
        if (owedSince == null) {
            owedSince = surroundings.now();
        }
    }

    synchronized void answered() {
        owedSince = null;
        answeredAt = surroundings.now();
    }

    /** How long the database has owed an answer; nothing where it owes none. */
    synchronized Duration age() {
        return owedSince == null ? Duration.ZERO : Duration.between(owedSince, surroundings.now());
    }

    /** Whether the database has owed an answer for so long that nobody can say whose session is still good. */
    synchronized boolean isOver() {
        Instant now = surroundings.now();
        if (owedSince == null && !now.isBefore(answeredAt.plus(DUE))) {
            owedSince = now;
        }
        if (now.isBefore(answeredAt)) {
            answeredAt = now;
        }
        if (owedSince != null && now.isBefore(owedSince)) {
            // The clock was set back: the time counts again from here.
            owedSince = now;
        }
        return owedSince != null && !now.isBefore(owedSince.plus(LENGTH));
    }
}
