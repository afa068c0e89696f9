package coderbased.chat;

import coderbased.protocol.Logout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Connections under admission, with the news of sessions that came meanwhile.
 *
 * <p>A connection knocks before its session's row is read and enters after that. News that the row does not show came
 * after the knock, so it is found here. News is kept for as long as a connection that may have missed it is under
 * admission. Not thread-safe: {@link LiveSockets} guards it.
 */
final class PendingAdmissions {

    private final TreeMap<Long, Integer> open = new TreeMap<>();
    private final Deque<Numbered> news = new ArrayDeque<>();
    private long heard;

    /** News that keeps a connection of a session out. */
    sealed interface News {

        /** Returns the session. */
        String sessionId();

        /** The session is over. */
        record Ended(String sessionId, Logout logout) implements News {}

        /** Its phone froze it. */
        record Frozen(String sessionId) implements News {}

        /** It was renewed elsewhere; older connections are turned away. */
        record Renewed(String sessionId, long renewal) implements News {}
    }

    private record Numbered(long number, News what) {}

    /** Begins an admission; returns its number. */
    long begin() {
        open.merge(heard, 1, Integer::sum);
        return heard;
    }

    /** Ends an admission: the connection was let in or turned away. */
    void end(long knock) {
        open.computeIfPresent(knock, (_, count) -> count == 1 ? null : count - 1);
        long oldest = open.isEmpty() ? Long.MAX_VALUE : open.firstKey();
        while (!news.isEmpty() && news.getFirst().number() <= oldest) {
            news.removeFirst();
        }
    }

    /** Adds news of a session that was cut. */
    void hear(News what) {
        if (!open.isEmpty()) {
            heard++;
            news.addLast(new Numbered(heard, what));
        }
    }

    /**
     * Returns the news that keeps out a connection that knocked then and came with that renewal; an end comes first.
     */
    Optional<News> against(long knock, String sessionId, long renewal) {
        News found = null;
        Iterator<Numbered> newestFirst = news.descendingIterator();
        while (newestFirst.hasNext()) {
            Numbered next = newestFirst.next();
            if (next.number() <= knock || found instanceof News.Ended) {
                break;
            }
            if (next.what().sessionId().equals(sessionId) && keepsOut(next.what(), renewal)) {
                found = found == null || next.what() instanceof News.Ended ? next.what() : found;
            }
        }
        return Optional.ofNullable(found);
    }

    /** Returns how many news are kept. */
    int kept() {
        return news.size();
    }

    private static boolean keepsOut(News what, long renewal) {
        return switch (what) {
            case News.Ended _, News.Frozen _ -> true;
            case News.Renewed newer -> newer.renewal() > renewal;
        };
    }
}
