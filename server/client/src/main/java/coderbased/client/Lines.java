package coderbased.client;

import coderbased.client.Line.Mark;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is loaded of one conversation, by number: in order, each once, holes known. Used on the client's own thread. */
final class Lines {

    private final NavigableMap<Long, Line> bySeq = new TreeMap<>();

    /** Puts a stored line in its place; false where it was there. */
    boolean add(Line line) {
        return bySeq.putIfAbsent(line.seq(), line) == null;
    }

    boolean isEmpty() {
        return bySeq.isEmpty();
    }

    /** The number of the oldest loaded line; 0 where nothing is loaded. */
    long oldest() {
        return bySeq.isEmpty() ? 0 : bySeq.firstKey();
    }

    Collection<Line> inOrder() {
        return bySeq.values();
    }

    /** The number up to which nothing is missing since the oldest line; 0 where nothing is loaded. */
    long wholeUpTo() {
        if (bySeq.isEmpty()) {
            return 0;
        }
        if (bySeq.lastKey() - bySeq.firstKey() + 1 == bySeq.size()) {
            return bySeq.lastKey();
        }
        long whole = bySeq.firstKey();
        while (bySeq.containsKey(whole + 1)) {
            whole++;
        }
        return whole;
    }

    /**
     * The number before which the newest missing line stands, in a conversation whose newest line has number {@code
     * lastSeq}; 0 where nothing is missing above the oldest loaded line.
     */
    long missingBefore(long lastSeq) {
        if (bySeq.isEmpty() || bySeq.lastKey() < lastSeq) {
            return lastSeq == 0 ? 0 : lastSeq + 1;
        }
        if (wholeUpTo() == bySeq.lastKey()) {
            return 0;
        }
        long there = bySeq.lastKey();
        while (bySeq.containsKey(there - 1)) {
            there--;
        }
        return there;
    }

    /** Everybody has read up to there: the reader's own lines say so. */
    void readUpTo(long seq) {
        for (Map.Entry<Long, Line> entry :
                bySeq.headMap(seq, true).descendingMap().entrySet()) {
            Line line = entry.getValue();
            if (line.mark() == Mark.READ) {
                return;
            }
            if (line.mine()) {
                entry.setValue(line.marked(Mark.READ));
            }
        }
    }
}
