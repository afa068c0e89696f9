package coderbased.fx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Debounced queries: sends a query once the user pauses, and delivers only the answer to the newest one. Used on the
 * JavaFX thread.
 */
public final class Latest {

    private static final Duration TYPING_PAUSE = Duration.ofMillis(200);

    private final Executor fx;
    private final Delay delay;
    private long newest;

    public Latest(Executor fx, Delay delay) {
        this.fx = fx;
        this.delay = delay;
    }

    /** Sends a query after a pause, unless another one follows, or {@link #forget} is called, meanwhile. */
    public <A> void ask(Supplier<CompletableFuture<A>> question, Consumer<A> answer, Consumer<String> problem) {
        long mine = ++newest;
        delay.run(TYPING_PAUSE, () -> {
            if (mine == newest) {
                hear(mine, asked(question), answer, problem);
            }
        });
    }

    /** Sends a query at once. */
    public <A> void askNow(Supplier<CompletableFuture<A>> question, Consumer<A> answer, Consumer<String> problem) {
        hear(++newest, asked(question), answer, problem);
    }

    /** Drops the current query; its answer is ignored. */
    public void forget() {
        newest++;
    }

    /** Returns the message for the user about a failed call. */
    public static String sentence(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return String.valueOf(cause.getMessage());
    }

    /** Turns an exception of the call itself into a failed answer, so that nobody waits for it. */
    private static <A> CompletableFuture<A> asked(Supplier<CompletableFuture<A>> question) {
        try {
            return question.get();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private <A> void hear(long mine, CompletableFuture<A> asked, Consumer<A> answer, Consumer<String> problem) {
        asked.whenCompleteAsync(
                (found, failure) -> {
                    if (mine != newest) {
                        return;
                    }
                    if (failure == null) {
                        answer.accept(found);
                    } else {
                        problem.accept(sentence(failure));
                    }
                },
                fx);
    }
}
