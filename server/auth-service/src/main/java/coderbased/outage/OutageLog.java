package coderbased.outage;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Log lines about one thing that may fail again and again. A failure is logged with its stack trace, others of its kind
 * are counted. The next success is logged once, with the time since the first failure and the number of failures. A
 * failure of another kind has its own line.
 *
 * <p>Where success and failure alternate, there is at most one line a minute for each kind of failure, and one more for
 * the successes after it. Thread-safe; never blocks for long.
 */
public final class OutageLog {

    /** The shortest time between two lines of a kind. */
    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    /** More kinds than that share one. Strangers may be able to make messages differ. */
    private static final int MAX_KINDS = 50;

    private static final String OTHERS = "others";

    private final Logger log;
    private final String what;
    private final Repeat repeat;
    private final LongSupplier nanos;
    private final Map<String, Kind> kinds = new HashMap<>();
    private long failures;
    private long failingSince;
    private boolean hasWorked;
    private long workedAt;
    private boolean recoveryIsDue;
    private long recoveredAt;

    /**
     * True if there were failures since the last line that says it works. Read without the lock: successes are many.
     */
    private volatile boolean failing;

    /** The repetition of the log line while an outage goes on. */
    public enum Repeat {
        /** At its begin only. */
        NEVER,
        /** Once a minute, with the number of failures since the line before. */
        EVERY_MINUTE
    }

    /** Lines and failures of one kind. */
    private static final class Kind {
        private long loggedAt;
        private long leftOut;
        private boolean isInThisOutage;
    }

    /**
     * Begins without a failure.
     *
     * @param what failed and works again, as the subject of a sentence: "Reading files"
     * @param nanos a clock that only goes forward, as {@link System#nanoTime}
     */
    public OutageLog(Logger log, String what, Repeat repeat, LongSupplier nanos) {
        this.log = log;
        this.what = what;
        this.repeat = repeat;
        this.nanos = nanos;
        recoveredAt = nanos.getAsLong() - PAUSE_NANOS;
    }

    /**
     * Takes a failure. Its kind is that of its deepest cause: the class, the place, and the message without numbers.
     */
    public void failed(Throwable e) {
        failed(kindOf(e), e);
    }

    /** Takes a failure of a kind that the caller names. */
    public void failed(String name, Throwable e) {
        note(name, "", e);
    }

    /** Takes a failure of a kind that the caller names, whose reason says all there is to say. */
    public void failed(String name, String reason) {
        note(name, ": " + reason, null);
    }

    /** Takes a failure of which only the reason is known. Its kind is the reason without numbers. */
    public void failed(String reason) {
        note(withoutNumbers(reason), ": " + reason, null);
    }

    private synchronized void note(String name, String reason, @Nullable Throwable e) {
        long now = nanos.getAsLong();
        if (!failing) {
            failing = true;
            failingSince = now;
        }
        hasWorked = false;
        failures++;
        Kind kind = kind(name, now);
        if (isSilent(kind, now)) {
            kind.leftOut++;
            return;
        }
        if (kind.leftOut == 0) {
            log.error("{} failed{}", what, reason, e);
        } else {
            log.error("{} failed{}; so did {} more that were not logged", what, reason, kind.leftOut, e);
        }
        kind.loggedAt = now;
        kind.leftOut = 0;
        kind.isInThisOutage = true;
        recoveryIsDue = true;
    }

    /** Takes a success. Costs next to nothing where nothing failed before it. */
    public void works() {
        if (failing) {
            recovered();
        }
    }

    /**
     * Runs a task and takes note of how it ends; never throws. For those that an executor would drop if they did. An
     * {@link Outage} is in the log already and counts as neither: the task may not have asked for what is away the next
     * time.
     */
    public void run(Runnable task) {
        try {
            task.run();
            works();
        } catch (RuntimeException | Error e) {
            if (!Outage.isLogged(e)) {
                failed(e);
            }
        }
    }

    private synchronized void recovered() {
        long now = nanos.getAsLong();
        if (!failing) {
            return;
        }
        if (!hasWorked) {
            hasWorked = true;
            workedAt = now;
        }
        if (!recoveryIsDue && now - recoveredAt < PAUSE_NANOS) {
            return;
        }
        log.warn(
                "{} works again after {} s; failures: {}",
                what,
                Duration.ofNanos(workedAt - failingSince).toSeconds(),
                failures);
        failing = false;
        failures = 0;
        recoveryIsDue = false;
        recoveredAt = now;
        kinds.values().forEach(kind -> {
            kind.leftOut = 0;
            kind.isInThisOutage = false;
        });
    }

    private boolean isSilent(Kind kind, long now) {
        boolean isRecent = now - kind.loggedAt < PAUSE_NANOS;
        return isRecent || (kind.isInThisOutage && repeat == Repeat.NEVER);
    }

    private Kind kind(String name, long now) {
        Kind known = kinds.get(name);
        if (known != null) {
            return known;
        }
        if (kinds.size() >= MAX_KINDS) {
            kinds.values().removeIf(kind -> !kind.isInThisOutage && now - kind.loggedAt >= PAUSE_NANOS);
        }
        return kinds.computeIfAbsent(kinds.size() < MAX_KINDS ? name : OTHERS, _ -> {
            Kind made = new Kind();
            made.loggedAt = now - PAUSE_NANOS;
            return made;
        });
    }

    private static String kindOf(Throwable e) {
        Throwable root = e;
        for (int depth = 0; root.getCause() != null && depth < MAX_KINDS; depth++) {
            root = root.getCause();
        }
        StackTraceElement[] trace = root.getStackTrace();
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        return root.getClass().getName() + ' ' + (trace.length == 0 ? "" : trace[0]) + ' ' + withoutNumbers(message);
    }

    private static String withoutNumbers(String text) {
        return text.replaceAll("\\d+", "#");
    }
}
