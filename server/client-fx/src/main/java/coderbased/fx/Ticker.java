package coderbased.fx;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Calls a countdown on the JavaFX thread each time that it shows another second, and not once more: a program that
 * shows nothing new sleeps.
 *
 * <p>An animation would do the same, but while one runs JavaFX wakes sixty times a second and draws.
 */
public final class Ticker {

    private static final int SECOND_MILLIS = 1000;

    private final Delay delay;
    private @Nullable Countdown followed;
    private int turns;

    public Ticker(Delay delay) {
        this.delay = delay;
    }

    /** Follows this countdown instead of any other; none if it is null. The first call comes with the next second. */
    public void follow(@Nullable Countdown countdown) {
        followed = countdown;
        await(++turns);
    }

    private void await(int turn) {
        Countdown now = followed;
        if (now != null && turn == turns) {
            delay.run(untilNextSecond(now.left()), () -> {
                if (turn == turns) {
                    now.tick();
                    await(turn);
                }
            });
        }
    }

    /** Returns the time after which another second is shown, a millisecond more at most. */
    private static Duration untilNextSecond(Duration left) {
        return Duration.ofMillis(Math.floorMod(left.toMillis(), SECOND_MILLIS) + 1L);
    }
}
