package coderbased.audit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * The lines that strangers may cause: a few for each of them, and a limited number for all of one kind. Knows the
 * strangers of late, at most {@value #MAX_KEYS}. Thread-safe.
 */
final class LineBudget {

    static final int LINES_EACH = 5;
    static final int LINES_OF_ALL = 60;

    private static final long WINDOW_NANOS = Duration.ofMinutes(10).toNanos();
    private static final int MAX_KEYS = 1_000;

    private final LongSupplier nanos;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > MAX_KEYS;
        }
    };

    private static final class Window {
        private long since;
        private int lines;
        private long leftOut;
    }

    LineBudget(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Returns the number of lines that were left out before this one; empty if this one is left out too. */
    synchronized OptionalLong take(String kind, String who) {
        Window own = window(kind + " " + who);
        Window all = window(kind);
        if (own.lines >= LINES_EACH || all.lines >= LINES_OF_ALL) {
            (own.lines >= LINES_EACH ? own : all).leftOut++;
            return OptionalLong.empty();
        }
        own.lines++;
        all.lines++;
        long leftOut = own.leftOut + all.leftOut;
        own.leftOut = 0;
        all.leftOut = 0;
        return OptionalLong.of(leftOut);
    }

    private Window window(String key) {
        long now = nanos.getAsLong();
        Window window = windows.computeIfAbsent(key, _ -> {
            Window fresh = new Window();
            fresh.since = now;
            return fresh;
        });
        if (now - window.since >= WINDOW_NANOS) {
            window.since = now;
            window.lines = 0;
        }
        return window;
    }
}
