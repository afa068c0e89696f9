package coderbased.audit;

import java.time.Duration;
import java.util.HashMap;
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
    private final Map<String, Window> kinds = new HashMap<>();
    private final Map<Stranger, Window> strangers = new LinkedHashMap<>(16, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        /** Forgets a stranger; the kind keeps the number of lines that were left out. */
        @Override
        protected boolean removeEldestEntry(Map.Entry<Stranger, Window> eldest) {
            if (size() <= MAX_KEYS) {
                return false;
            }
            window(kinds, eldest.getKey().kind()).leftOut += eldest.getValue().leftOut;
            return true;
        }
    };

    private record Stranger(String kind, String who) {}

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
        Window own = window(strangers, new Stranger(kind, who));
        Window all = window(kinds, kind);
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

    private <K> Window window(Map<K, Window> windows, K key) {
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
