package coderbased.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Does what may take a while, such as looking at files, away from the JavaFX thread, and brings back what came of it. */
public final class Errand {

    private final Executor away;
    private final Executor fx;

    /**
     * @param away where it may take a while
     * @param fx {@link FxThread#executor()}, or the caller's own thread in a test
     */
    public Errand(Executor away, Executor fx) {
        this.away = away;
        this.fx = fx;
    }

    /** On virtual threads. */
    public static Errand away(Executor fx) {
        return new Errand(Thread::startVirtualThread, fx);
    }

    /** The same, but one thing after the other, in the order in which it is asked for. Ask on one thread only. */
    public Errand inTurn() {
        return new Errand(new Turns(away), fx);
    }

    /**
     * Does the work away from the JavaFX thread and brings its answer back there.
     *
     * @param done hears the answer
     * @param failed hears why there is none, in a sentence for the person
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

    /** The same for what is under way already. */
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

    /** Begins each task when the one before has ended. */
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
        return said == null ? "That did not work. Try again." : said;
    }
}
