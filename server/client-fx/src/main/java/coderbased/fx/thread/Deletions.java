package coderbased.fx.thread;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Messages the person has taken back, as long as they may still think better of it: only then does the deletion go out.
 * Whoever closes the thread or the program within that time meant it.
 */
final class Deletions {

    private final Executor later;
    private final Runnable changed;
    private final Map<String, Runnable> waiting = new LinkedHashMap<>();

    /**
     * @param later runs what it is given on the JavaFX thread once the time is over
     * @param changed called at every change
     */
    Deletions(Executor later, Runnable changed) {
        this.later = later;
        this.changed = changed;
    }

    /** The names of the messages that wait. */
    Set<String> waiting() {
        return Set.copyOf(waiting.keySet());
    }

    /** @param goOut takes the message back for everybody */
    void begin(String message, Runnable goOut) {
        if (waiting.putIfAbsent(message, goOut) == null) {
            changed.run();
            later.execute(() -> end(message, goOut));
        }
    }

    /** The person thought better of it. */
    void undo(String message) {
        if (waiting.remove(message) != null) {
            changed.run();
        }
    }

    /** Nothing waits any longer. */
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
