package coderbased.fx;

import java.time.Duration;

/** A screen that shows the seconds until a moment. Used on the JavaFX thread. */
public interface Countdown {

    /** Returns the time until the moment; negative after it. */
    Duration left();

    /** Brings what depends on the time up to date. */
    void tick();

    /** Returns the seconds from one number shown to the next. */
    default int step() {
        return 1;
    }

    /** Returns the seconds to show, rounded up to whole steps; 0 from the moment on. */
    default int seconds() {
        return (int) Math.max(0, Math.ceilDiv(left().toMillis(), 1000L * step()) * step());
    }
}
