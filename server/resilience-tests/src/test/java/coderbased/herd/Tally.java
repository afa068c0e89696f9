package coderbased.herd;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The counts during the return of a herd. */
final class Tally {

    private final int size;
    private final List<Duration> back = new ArrayList<>();
    private final List<Long> attemptsInSecond = new ArrayList<>();
    private long attempts;
    private int mostOfOneDevice;

    /** Of so many devices. */
    Tally(int size) {
        this.size = size;
    }

    void attempt(Duration at) {
        attempts++;
        int second = (int) at.toSeconds();
        while (attemptsInSecond.size() <= second) {
            attemptsInSecond.add(0L);
        }
        attemptsInSecond.set(second, attemptsInSecond.get(second) + 1);
    }

    void back(Duration at, int attempts) {
        back.add(at);
        mostOfOneDevice = Math.max(mostOfOneDevice, attempts);
    }

    /** Returns how many are back. */
    int back() {
        return back.size();
    }

    /** Returns the time after which so many of a hundred were back; empty if they never were. */
    Optional<Duration> back(int percent) {
        int last = Math.max(1, (int) ((long) size * percent / 100));
        return last <= back.size() ? Optional.of(back.get(last - 1)) : Optional.empty();
    }

    long attemptsInBusiestSecond() {
        return attemptsInSecond.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    double attemptsEach() {
        return (double) attempts / size;
    }

    int mostOfOneDevice() {
        return mostOfOneDevice;
    }
}
