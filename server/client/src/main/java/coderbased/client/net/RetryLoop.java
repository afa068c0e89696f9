package coderbased.client.net;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/**
 * Takes something that goes step by step to its end, however often the connection is lost. Where the server is not
 * reached, or is busy, a step is tried again for as long as it takes; where something is wrong with the step, a few times.
 * Not thread-safe.
 */
public final class RetryLoop {

    private static final Set<ErrorCode> NOT_NOW = Set.of(ErrorCode.TRY_LATER, ErrorCode.SLOW_DOWN);
    private static final Set<ErrorCode> PERHAPS =
            Set.of(ErrorCode.WRONG_OFFSET, ErrorCode.DAMAGED, ErrorCode.INTERNAL, ErrorCode.NOT_SIGNED_IN);
    private static final int SECOND_CHANCES = 3;

    private final Backoff backoff;
    private final ConnectivitySignal patience;
    private int chances = SECOND_CHANCES;

    public RetryLoop(Backoff backoff, ConnectivitySignal patience) {
        this.backoff = backoff;
        this.patience = patience;
    }

    /** One step. */
    public interface Steps {

        /** Does the next step, and says whether it was the last. Throws {@link ProblemException} where it did not succeed. */
        boolean next() throws IOException, InterruptedException;

        /** A step did not succeed; the next one follows after a wait. */
        void waiting();
    }

    /**
     * Takes steps until one was the last.
     *
     * @throws ProblemException what went wrong, where it makes no sense to try again
     */
    public void run(Steps steps) throws IOException, InterruptedException {
        boolean done = false;
        while (!done) {
            // A connection that comes back while this step still fails without it is not waited for again.
            long hurries = patience.hurries();
            try {
                done = steps.next();
                backoff.reset();
            } catch (ProblemException refused) {
                requireAnotherTry(refused);
                steps.waiting();
                patience.await(backoff.next(hint(refused.problem())), hurries);
            }
        }
    }

    private void requireAnotherTry(ProblemException refused) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("closed while a call to the server was in progress");
        }
        ErrorCode code = refused.problem().code();
        boolean again = NOT_NOW.contains(code) || (PERHAPS.contains(code) && chances-- > 0);
        if (!again) {
            throw refused;
        }
    }

    private static Duration hint(Problem problem) {
        Long millis = problem.retryAfterMillis();
        return millis == null ? Duration.ZERO : Duration.ofMillis(millis);
    }
}
