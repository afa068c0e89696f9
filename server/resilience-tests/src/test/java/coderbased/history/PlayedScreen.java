package coderbased.history;

import coderbased.history.Anomaly.Kind;
import coderbased.history.Event.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The screen of one device with one conversation, played back from a history. */
final class PlayedScreen {

    private final List<Shown> lines = new ArrayList<>();
    private final Map<String, Integer> times = new HashMap<>();
    private final Set<Shown> ever = new HashSet<>();
    private final Map<Long, Shown> last = new HashMap<>();

    /** A line appears; {@code wrong} hears what is wrong with it there. */
    void put(int place, Shown line, Consumer<Kind> wrong) {
        lines.add(place, line);
        last.put(line.seq(), line);
        ever.add(new Shown("", line.seq(), line.digest()));
        if (times.merge(line.digest(), 1, Integer::sum) > 1 && !line.digest().isEmpty()) {
            wrong.accept(Kind.DUPLICATE);
        }
        if (line.seq() > 0) {
            hasItsPlace(place, line.seq(), wrong);
        }
    }

    /** A line disappears. */
    void take(int place, Shown line) {
        Shown taken = lines.remove(place);
        if (!taken.equals(line)) {
            throw new IllegalArgumentException("the history tells of " + line + " where the screen had " + taken);
        }
        times.merge(line.digest(), -1, Integer::sum);
    }

    /** True if that text was on the screen with that number, at any time. */
    boolean hasEverShown(String digest, long seq) {
        return ever.contains(new Shown("", seq, digest));
    }

    /** The message with that number as the screen showed it last; null where it never did. */
    @Nullable
    Shown last(long seq) {
        return last.get(seq);
    }

    private void hasItsPlace(int place, long seq, Consumer<Kind> wrong) {
        Shown above = place == 0 ? Shown.NONE : lines.get(place - 1);
        boolean last = place == lines.size() - 1;
        Shown below = last ? Shown.NONE : lines.get(place + 1);
        boolean belowOnItsWay = place > 0 && above.seq() == 0;
        if (above.seq() >= seq || belowOnItsWay || (below.seq() > 0 && below.seq() <= seq)) {
            wrong.accept(Kind.NON_MONOTONIC);
        } else if (place > 0 && above.seq() + 1 != seq) {
            wrong.accept(Kind.SKIP);
        }
    }
}
