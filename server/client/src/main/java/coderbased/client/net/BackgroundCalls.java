package coderbased.client.net;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs calls that block, each on a virtual thread of its own; what comes of them is told on the client's own thread.
 */
public final class BackgroundCalls {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundCalls.class);

    private final ClientThread thread;

    public BackgroundCalls(ClientThread thread) {
        this.thread = thread;
    }

    /** Runs {@code errand}. The future fails with what it throws, as it is. */
    <T> CompletableFuture<T> run(Supplier<T> errand) {
        return run(errand, answer -> answer);
    }

    /** Runs {@code errand}; nobody waits for it. */
    public void runAlone(Runnable errand) {
        Thread.ofVirtual().name("errand").start(() -> {
            try {
                errand.run();
            } catch (RuntimeException failure) {
                LOG.info("Could not tell the server: {}", failure.getMessage());
            } catch (Error e) {
                LOG.error("Could not tell the server", e);
            }
        });
    }

    /**
     * The same; {@code home} makes something of the answer, on the client's own thread. The future is answered whatever is
     * thrown on either thread.
     */
    public <T, R> CompletableFuture<R> run(Supplier<T> errand, Function<T, R> home) {
        CompletableFuture<R> outcome = new CompletableFuture<>();
        Thread.ofVirtual().name("errand").start(() -> {
            try {
                T answer = errand.get();
                tell(outcome, () -> outcome.complete(home.apply(answer)));
            } catch (Throwable e) {
                tell(outcome, () -> outcome.completeExceptionally(Failures.mistake(e)));
            }
        });
        return outcome;
    }

    /** A client that is closed has no thread any more, but nobody waits for ever. */
    private void tell(CompletableFuture<?> outcome, Runnable news) {
        if (!thread.execute(() -> answer(outcome, news))) {
            outcome.cancel(false);
        }
    }

    private static void answer(CompletableFuture<?> outcome, Runnable news) {
        try {
            news.run();
        } catch (Throwable e) {
            LOG.error("Could not handle an answer", e);
            outcome.completeExceptionally(e instanceof ProblemException ? e : Failures.unforeseen());
        }
    }
}
