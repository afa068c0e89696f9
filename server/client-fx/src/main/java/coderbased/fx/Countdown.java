package coderbased.fx;

import java.time.Duration;

/** A screen that shows the seconds until a moment. Used on the JavaFX thread. */
public interface Countdown {

    /** Returns the time until the moment; negative after it. */
    Duration left();

    /** Brings what depends on the time up to date. */
    void tick();

    /** Returns the whole seconds to show: 1 during the last second, 0 from the moment on. */
    static int seconds(Duration left) {
        return (int) Math.max(0, left.plusMillis(999).toSeconds());
    }
}
