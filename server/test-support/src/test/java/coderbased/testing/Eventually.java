package coderbased.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Waits for what happens on other threads, with a deadline that a slow and busy machine keeps too. All methods throw
 * {@link AssertionError} after two minutes, times {@link Deadlines}.
 */
public final class Eventually {

    private static final Duration DEADLINE = Deadlines.of(Duration.ofMinutes(2));
    private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

    private Eventually() {}

    /** Waits until the condition is true. */
    public static void holds(String what, Callable<Boolean> condition) {
        holds(() -> "it did not happen that " + what, condition);
    }

    /** Waits until the condition is true; the message is made only if it stays false. */
    public static void holds(Supplier<String> otherwise, Callable<Boolean> condition) {
        found(otherwise, () -> call(condition) ? Optional.of(true) : Optional.empty());
    }

    /** Waits until the value is there. */
    public static <T> T found(String what, Supplier<Optional<T>> lookup) {
        return found(() -> "it did not happen that " + what, lookup);
    }

    /** Waits until the value is there; the message is made only if it does not come. */
    private static <T> T found(Supplier<String> otherwise, Supplier<Optional<T>> lookup) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        Optional<T> found = lookup.get();
        while (found.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("within " + DEADLINE.toSeconds() + " s " + otherwise.get());
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            found = lookup.get();
        }
        return found.get();
    }

    /**
     * Returns the result once it is there.
     *
     * @throws java.util.concurrent.ExecutionException if it failed
     */
    public static <T> T answered(Future<T> answer) throws Exception {
        return answer.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Takes the next element. */
    public static <T> T taken(BlockingQueue<T> queue, String what) {
        T next = call(() -> queue.poll(DEADLINE.toSeconds(), TimeUnit.SECONDS));
        if (next == null) {
            throw new AssertionError(what + " did not come within " + DEADLINE.toSeconds() + " s");
        }
        return next;
    }

    /** Waits until the latch is open. */
    public static void opened(CountDownLatch latch, Supplier<String> otherwise) {
        if (!call(() -> latch.await(DEADLINE.toSeconds(), TimeUnit.SECONDS))) {
            throw new AssertionError("within " + DEADLINE.toSeconds() + " s: " + otherwise.get());
        }
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
