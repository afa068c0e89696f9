package coderbased.chat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue of texts in order, bounded in number and in characters, so that one socket cannot take the server's memory. A
 * text counts in the socket's share of the {@link QueueBudget} until the next one is asked for, because it is in
 * use until then.
 *
 * <p>An empty queue takes even a text that is longer than the bound. Thread-safe.
 */
final class TextQueue {

    private static final long MAX_CHARS_AT_ONCE = 64 * 1024;

    private final int maxTexts;
    private final long maxChars;
    private final Deque<String> texts = new ArrayDeque<>(1);
    private final QueueBudget.Share share;
    private long chars;
    private long inUse;
    private boolean closed;

    TextQueue(int maxTexts, long maxChars, QueueBudget.Share share) {
        this.maxTexts = maxTexts;
        this.maxChars = maxChars;
        this.share = share;
    }

    /** Adds without waiting; false if the queue is full. A closed queue takes everything and keeps nothing. */
    synchronized boolean offer(String text) {
        if (closed) {
            return true;
        }
        if (!hasRoomFor(text)) {
            return false;
        }
        add(text);
        return true;
    }

    /** Adds as soon as there is room, here and in the budget of all sockets; false if the queue is closed. */
    synchronized boolean put(String text) throws InterruptedException {
        while (!closed && !(texts.isEmpty() || (share.isAmple() && hasRoomFor(text)))) {
            wait();
        }
        if (closed) {
            return false;
        }
        add(text);
        return true;
    }

    /** Returns the next texts, at most that many and not too long together; none if there are none now. */
    synchronized List<String> poll(int atMost) {
        share.release(inUse);
        inUse = 0;
        List<String> some = new ArrayList<>(Math.min(texts.size(), atMost));
        for (long taken = 0; !texts.isEmpty() && some.size() < atMost && taken < MAX_CHARS_AT_ONCE; ) {
            String text = texts.remove();
            taken += text.length();
            chars -= text.length();
            inUse += QueueBudget.cost(text);
            some.add(text);
        }
        notifyAll();
        return some;
    }

    /** True if nothing can be taken any more. */
    synchronized boolean isOver() {
        return closed && texts.isEmpty();
    }

    /** Closes the queue; texts in it can still be taken. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Closes the queue and drops the texts in it; only {@code last} can still be taken. */
    synchronized void closeWith(@Nullable String last) {
        texts.forEach(text -> share.release(QueueBudget.cost(text)));
        texts.clear();
        chars = 0;
        if (last != null && !closed) {
            add(last);
        }
        close();
    }

    private boolean hasRoomFor(String text) {
        return texts.isEmpty() || (texts.size() < maxTexts && chars + text.length() <= maxChars);
    }

    private void add(String text) {
        texts.add(text);
        chars += text.length();
        share.hold(QueueBudget.cost(text));
    }
}
