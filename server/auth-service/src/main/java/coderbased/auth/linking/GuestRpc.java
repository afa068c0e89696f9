package coderbased.auth.linking;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Asks the node whose memory holds a guest.
 *
 * <p>Thread-safe. Futures never fail: a node that is gone, or silent until the deadline, counts as {@link
 * GuestResponse.NotHere}.
 */
public interface GuestRpc {

    /** Asks one node. */
    CompletableFuture<GuestResponse> ask(String nodeId, GuestRequest question, Duration deadline);

    /** Asks all nodes; the first answer that is not {@link GuestResponse.NotHere} counts. */
    CompletableFuture<GuestResponse> askAll(GuestRequest question, Duration deadline);

    /** Answers questions to {@code nodeId}. The function may block. Closing what is returned ends it. */
    AutoCloseable serve(String nodeId, Function<GuestRequest, GuestResponse> answers);
}
