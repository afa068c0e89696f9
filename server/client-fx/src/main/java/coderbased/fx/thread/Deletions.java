package coderbased.fx.thread;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Deletions that can still be undone: each is sent only when its time is over, or when the thread or the program is
 * closed.
 */
final class Deletions {

    private final Executor later;
    private final Runnable changed;
    private final Map<String, Runnable> waiting = new LinkedHashMap<>();

    /**
     * @param later runs a task on the JavaFX thread once the time is over
     * @param changed called at every change
     */
    Deletions(Executor later, Runnable changed) {
        this.later = later;
        this.changed = changed;
    }

    /** Returns the ids of the messages that wait. */
    Set<String> waiting() {
        return Set.copyOf(waiting.keySet());
    }

    /** @param goOut deletes the message for everyone */
    void begin(String message, Runnable goOut) {
        if (waiting.putIfAbsent(message, goOut) == null) {
            changed.run();
            later.execute(() -> end(message, goOut));
        }
    }

    /** Undoes a deletion. */
    void undo(String message) {
        if (waiting.remove(message) != null) {
            changed.run();
        }
    }

    /** Sends all waiting deletions now. */
    void flush() {
        Map<String, Runnable> all = new LinkedHashMap<>(waiting);
        waiting.clear();
        all.values().forEach(Runnable::run);
    }

    private void end(String message, Runnable goOut) {
        if (waiting.remove(message, goOut)) {
            goOut.run();
            changed.run();
        }
    }
}
