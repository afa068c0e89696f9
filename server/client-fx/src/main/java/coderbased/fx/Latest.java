package coderbased.fx;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks once the person has paused, and hears the answer to the newest question only: what was asked while somebody typed
 * on is not asked at all, and an answer that comes late replaces nothing. Use on the JavaFX thread.
 */
public final class Latest {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Executor fx;
    private final Delay delay;
    private long newest;

    public Latest(Executor fx, Delay delay) {
        this.fx = fx;
        this.delay = delay;
    }

    /** Asks after a pause, unless something else is asked, or all is {@link #forget forgotten}, meanwhile. */
    public <A> void ask(Supplier<CompletableFuture<A>> question, Consumer<A> answer, Consumer<String> problem) {
        long mine = ++newest;
        delay.run(PAUSE, () -> {
            if (mine == newest) {
                hear(mine, asked(question), answer, problem);
            }
        });
    }

    /** Asks at once. */
    public <A> void askNow(Supplier<CompletableFuture<A>> question, Consumer<A> answer, Consumer<String> problem) {
        hear(++newest, asked(question), answer, problem);
    }

    /** Wants no answer any more. */
    public void forget() {
        newest++;
    }

    /** What to tell the person of a call that failed. */
    public static String sentence(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return String.valueOf(cause.getMessage());
    }

    /** What cannot be asked at all is told as an answer that failed, so that nobody waits for it. */
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
