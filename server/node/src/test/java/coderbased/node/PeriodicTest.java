package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.Deadlines;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A periodic task runs again, whatever its last run ended with. */
class PeriodicTest {

    @Test
    void aTaskRunsAgainAfterAnyFailure() throws Exception {
        List<Throwable> all = List.of(
                new IllegalStateException("an exception"),
                new StackOverflowError("an error"),
                new OutOfMemoryError("another one"),
                new NoClassDefFoundError("a third"));
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch goesOn = new CountDownLatch(all.size() + 1);
        try (ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor()) {
            Periodic.run(
                    executor,
                    "Failing",
                    () -> {
                        int run = runs.getAndIncrement();
                        goesOn.countDown();
                        if (run < all.size()) {
                            PeriodicTest.<RuntimeException>fail(all.get(run));
                        }
                    },
                    1);
            assertTrue(goesOn.await(Deadlines.seconds(30), TimeUnit.SECONDS), "it ran " + runs + " times");
            executor.shutdownNow();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void fail(Throwable with) throws T {
        throw (T) with;
    }
}
