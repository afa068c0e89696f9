package coderbased.fx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Delay whose time passes only when a test says so. */
public final class TurnedDelay implements Delay {

    private record Waiting(Duration at, Runnable task) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public void run(Duration after, Runnable task) {
        waiting.add(new Waiting(now.plus(after), task));
    }

    /** Lets time pass, and runs the tasks that are due. */
    public void pass(Duration time) {
        Duration end = now.plus(time);
        while (true) {
            Waiting next = waiting.stream()
                    .filter(w -> w.at().compareTo(end) <= 0)
                    .min(Comparator.comparing(Waiting::at))
                    .orElse(null);
            if (next == null) {
                now = end;
                return;
            }
            waiting.remove(next);
            now = next.at();
            next.task().run();
        }
    }
}
