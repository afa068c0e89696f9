package coderbased.client.net;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs blocking calls, each on its own virtual thread; results come back on the client thread. */
public final class BackgroundCalls {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundCalls.class);

    private final ClientThread thread;

    public BackgroundCalls(ClientThread thread) {
        this.thread = thread;
    }

    /** Runs {@code call}. The future fails with the exception that the call throws. */
    <T> CompletableFuture<T> run(Supplier<T> errand) {
        return run(errand, answer -> answer);
    }

    /** Runs {@code call} without a result. */
    public Thread runAlone(Runnable errand) {
        return Thread.ofVirtual().name("errand").start(() -> {
            try {
                errand.run();
            } catch (RuntimeException e) {
                LOG.info("Could not tell the server: {}", e.getMessage());
            } catch (Error e) {
                LOG.error("Could not tell the server", e);
            }
        });
    }

    /**
     * Runs {@code call}, then {@code home} with its result on the client thread. The future completes even if one of
     * them throws.
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

    /** Completes the future here if the client is closed: it has no thread any more, but nobody may wait forever. */
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
