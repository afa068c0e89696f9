package coderbased.chat;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A task that runs after each call of {@link #wake}, never twice at a time, and holds no thread between. What a run did
 * is visible to the next. Thread-safe.
 */
final class RepeatedTask {

    private final Executor executor;
    private final Runnable task;
    private final AtomicInteger calls = new AtomicInteger();

    /** @param task a run that throws ends with its thread; the next call runs it again */
    RepeatedTask(Executor executor, Runnable task) {
        this.executor = executor;
        this.task = task;
    }

    /** Returns an executor that gives each task a virtual thread of that name. */
    static Executor thread(String name) {
        return task -> Thread.ofVirtual().name(name).start(task);
    }

    /** Lets the task run, soon and at least once more. Returns at once. */
    void wake() {
        if (calls.getAndIncrement() == 0) {
            boolean begun = false;
            try {
                executor.execute(this::run);
                begun = true;
            } finally {
                if (!begun) {
                    calls.set(0);
                }
            }
        }
    }

    private void run() {
        boolean finished = false;
        try {
            int seen;
            do {
                seen = calls.get();
                task.run();
            } while (!calls.compareAndSet(seen, 0));
            finished = true;
        } finally {
            if (!finished) {
                calls.set(0);
            }
        }
    }
}
