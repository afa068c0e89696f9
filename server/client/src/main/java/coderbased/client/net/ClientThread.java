package coderbased.client.net;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client's own thread. All state of a client changes on it alone, so none of that state needs a lock.
 *
 * <p>Socket events, HTTP answers, timers and user commands are all passed to it as tasks. Tasks that arrive after
 * {@link #close} are dropped. Thread-safe.
 */
public final class ClientThread implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClientThread.class);

    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(2);

    private final ScheduledThreadPoolExecutor executor;
    private volatile @Nullable Thread present;

    public ClientThread(String name) {
        ThreadFactory threads = Thread.ofPlatform().name(name).daemon().factory();
        executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = threads.newThread(work);
            present = thread;
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Runs {@code task} after all earlier tasks. Returns false, and drops the task, after {@link #close}. */
    public boolean execute(Runnable task) {
        try {
            executor.execute(() -> runLogged(task));
            return true;
        } catch (RejectedExecutionException _) {
            return false;
        }
    }

    /** Runs {@code task} after a delay, unless the subscription is closed before. */
    public Subscription after(Duration delay, Runnable task) {
        try {
            ScheduledFuture<?> timer = executor.schedule(() -> runLogged(task), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> timer.cancel(false);
        } catch (RejectedExecutionException _) {
            return () -> {};
        }
    }

    /** Stops accepting tasks, and waits a moment for the accepted ones: some of them write to disk. */
    @Override
    public void close() {
        executor.shutdown();
        if (Thread.currentThread() != present) {
            awaitLast();
        }
    }

    private void awaitLast() {
        try {
            if (!executor.awaitTermination(SHUTDOWN_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The client was still busy when it was closed");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void runLogged(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            LOG.error("The client continued after an unexpected error", e); // the executor would swallow it
        }
    }
}
