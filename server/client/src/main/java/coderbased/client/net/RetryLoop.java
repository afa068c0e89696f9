package coderbased.client.net;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * Runs a sequence of steps to its end, however often the connection is lost. While the server is unreachable or busy, a
 * step is repeated without limit; on other failures, a few times. Not thread-safe.
 */
public final class RetryLoop {

    private static final Set<ErrorCode> TEMPORARY = Set.of(ErrorCode.TRY_LATER, ErrorCode.SLOW_DOWN);
    private static final Set<ErrorCode> RETRIABLE =
            Set.of(ErrorCode.WRONG_OFFSET, ErrorCode.DAMAGED, ErrorCode.INTERNAL, ErrorCode.NOT_SIGNED_IN);
    private static final int MAX_RETRIES = 3;

    private final Backoff backoff;
    private final ConnectivitySignal connectivity;
    private int retriesLeft = MAX_RETRIES;

    public RetryLoop(Backoff backoff, ConnectivitySignal connectivity) {
        this.backoff = backoff;
        this.connectivity = connectivity;
    }

    /** A sequence of steps. */
    public interface Steps {

        /**
         * Does the next step; returns true if it was the last.
         *
         * @throws ProblemException if the step failed
         */
        boolean next() throws IOException, InterruptedException;

        /** Reports that a step failed and will be repeated after a wait. */
        void waiting();
    }

    /**
     * Runs all steps.
     *
     * @throws ProblemException if a step failed and repeating it is pointless
     */
    public void run(Steps steps) throws IOException, InterruptedException {
        boolean done = false;
        while (!done) {
            // A connection that returns during a failing step must not be waited for again.
            long signals = connectivity.signals();
            try {
                done = steps.next();
                backoff.reset();
            } catch (ProblemException e) {
                requireAnotherTry(e);
                steps.waiting();
                connectivity.await(backoff.next(hint(e.problem())), signals);
            }
        }
    }

    private void requireAnotherTry(ProblemException refused) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("closed while a call to the server was in progress");
        }
        ErrorCode code = refused.problem().code();
        boolean again = TEMPORARY.contains(code) || (RETRIABLE.contains(code) && retriesLeft-- > 0);
        if (!again) {
            throw refused;
        }
    }

    private static Duration hint(Problem problem) {
        Long millis = problem.retryAfterMillis();
        return millis == null ? Duration.ZERO : Duration.ofMillis(millis);
    }
}
