package coderbased.auth;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Asks the node whose memory holds a guest.
 *
 * <p>Thread-safe. Futures never fail: a node that is gone, or silent until the deadline, counts as {@link
 * GuestAnswer.NotHere}.
 */
public interface GuestCalls {

    /** Asks one node. */
    CompletableFuture<GuestAnswer> ask(String nodeId, GuestQuestion question, Duration deadline);

    /** Asks all nodes; the first answer that is not {@link GuestAnswer.NotHere} counts. */
    CompletableFuture<GuestAnswer> askAll(GuestQuestion question, Duration deadline);

    /** Answers questions to {@code nodeId}. The function may block. Closing what is returned ends it. */
    AutoCloseable serve(String nodeId, Function<GuestQuestion, GuestAnswer> answers);
}
