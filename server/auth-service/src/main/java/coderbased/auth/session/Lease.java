package coderbased.auth.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time for which this node may serve sessions on its last reading of them.
 *
 * <p>The lease counts from the oldest question that the database owes an answer to, asked or due, not from the last
 * answer: so a clock that is set ahead, or a program that was asleep, finds the lease as it left it. A question is due
 * when none was answered for a while; so a node whose questions stopped lets go too. Thread-safe.
 */
public final class Lease {

    /**
     * Time that a question to the database may be without an answer. Nobody is served for more than ten seconds after
     * the node was cut off: the first such question may come a second late, and letting go of ten thousand devices
     * takes seconds.
     */
    static final Duration DURATION = Duration.ofSeconds(5);

    /** A question is asked each second; after this time without one, a question is due. */
    static final Duration QUESTION_TIMEOUT = Duration.ofSeconds(2);

    private final AuthContext surroundings;
    private @Nullable Instant owedSince;
    private Instant answeredAt;

    public Lease(AuthContext surroundings) {
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

    /** Returns the age of the oldest unanswered question; zero if there is none. */
    public synchronized Duration age() {
        return owedSince == null ? Duration.ZERO : Duration.between(owedSince, surroundings.now());
    }

    /** True if a question was unanswered for so long that it is unknown which sessions are still valid. */
    public synchronized boolean isOver() {
        Instant now = surroundings.now();
        if (owedSince == null && !now.isBefore(answeredAt.plus(QUESTION_TIMEOUT))) {
            owedSince = now;
        }
        if (now.isBefore(answeredAt)) {
            answeredAt = now;
        }
        if (owedSince != null && now.isBefore(owedSince)) {
            // The clock was set back: the time counts again from here.
            owedSince = now;
        }
        return owedSince != null && !now.isBefore(owedSince.plus(DURATION));
    }
}
