package coderbased.history;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what has to come, with a limit that a slow and busy machine keeps too. */
public final class Soon {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private Soon() {}

    /** Waits until it is so. */
    public static void so(String what, BooleanSupplier so) {
        found(what, () -> so.getAsBoolean() ? Optional.of(what) : Optional.empty());
    }

    /** Waits until it is there. */
    static <T> T found(String what, Supplier<Optional<T>> there) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Optional<T> found = there.get();
        while (found.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("within " + LIMIT.toSeconds() + " s it did not happen that " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            found = there.get();
        }
        return found.get();
    }

    /** Returns the answer once it is there. */
    public static <T> T answered(CompletableFuture<T> answer) throws Exception {
        return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
}
