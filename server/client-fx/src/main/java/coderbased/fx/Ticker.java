package coderbased.fx;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Calls a countdown on the JavaFX thread each time that it shows another number, and not once more: a program that
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

    /** Follows this countdown instead of any other; none if it is null. The first call comes with the next number. */
    public void follow(@Nullable Countdown countdown) {
        followed = countdown;
        await(++turns);
    }

    private void await(int turn) {
        Countdown now = followed;
        if (now != null && turn == turns) {
            delay.run(untilNextStep(now), () -> {
                if (turn == turns) {
                    now.tick();
                    await(turn);
                }
            });
        }
    }

    /** Returns the time after which another number is shown, a millisecond more at most. */
    private static Duration untilNextStep(Countdown countdown) {
        return Duration.ofMillis(Math.floorMod(countdown.left().toMillis(), SECOND_MILLIS * countdown.step()) + 1L);
    }
}
