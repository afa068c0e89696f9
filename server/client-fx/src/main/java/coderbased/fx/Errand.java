package coderbased.fx;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Runs slow work, such as reading files, on another thread, and returns the result to the JavaFX thread. */
public final class Errand {

    private final Executor away;
    private final Executor fx;

    /**
     * @param away runs the slow work
     * @param fx {@link FxThread#executor()}, or the caller's own thread in a test
     */
    public Errand(Executor away, Executor fx) {
        this.away = away;
        this.fx = fx;
    }

    /** Returns an instance that uses virtual threads. */
    public static Errand away(Executor fx) {
        return new Errand(Thread::startVirtualThread, fx);
    }

    /** Returns an instance that runs one task after the other, in order. Its methods are called on one thread only. */
    public Errand inTurn() {
        return new Errand(new Turns(away), fx);
    }

    /**
     * Runs the work, then passes its result to the JavaFX thread.
     *
     * @param done receives the result
     * @param failed receives the reason of a failure, as a message for the user
     */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        away.execute(() -> {
            try {
                answer.complete(work.call());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        await(answer, done, failed);
    }

    /** Passes the result of work in progress to the JavaFX thread. */
    public <T> void await(CompletableFuture<T> answer, Consumer<T> done, Consumer<String> failed) {
        var _ = answer.whenCompleteAsync(
                (value, why) -> {
                    if (why == null) {
                        done.accept(value);
                    } else {
                        failed.accept(sentence(why));
                    }
                },
                fx);
    }

    /** Starts each task when the previous one has ended. */
    private static final class Turns implements Executor {

        private final Executor away;
        private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

        Turns(Executor away) {
            this.away = away;
        }

        @Override
        public void execute(Runnable task) {
            last = last.handleAsync(
                    (_, _) -> {
                        task.run();
                        return null;
                    },
                    away);
        }
    }

    private static String sentence(Throwable why) {
        Throwable cause = why instanceof CompletionException && why.getCause() != null ? why.getCause() : why;
        String said = cause instanceof Exception ? cause.getMessage() : null;
        return said == null ? MESSAGES.text("errand.failed") : said;
    }
}
