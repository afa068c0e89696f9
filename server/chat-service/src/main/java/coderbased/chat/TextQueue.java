package coderbased.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Texts in order, bounded in number and in characters, so that one socket cannot take the server's memory.
 *
 * <p>A text that is longer than the bound by itself is still taken into an empty queue. Thread-safe.
 */
final class TextQueue {

    private final int maxTexts;
    private final long maxChars;
    private final Deque<String> texts = new ArrayDeque<>();
    private long chars;
    private boolean closed;

    TextQueue(int maxTexts, long maxChars) {
        this.maxTexts = maxTexts;
        this.maxChars = maxChars;
    }

    /** Adds without waiting; false where the queue is full. A closed queue takes everything and keeps nothing. */
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

    /** Adds as soon as there is room; false where the queue was closed instead. */
    synchronized boolean put(String text) throws InterruptedException {
        while (!closed && !hasRoomFor(text)) {
            wait();
        }
        if (closed) {
            return false;
        }
        add(text);
        return true;
    }

    /** The next text as soon as there is one; null once the queue is closed and empty. */
    synchronized @Nullable String take() throws InterruptedException {
        while (texts.isEmpty() && !closed) {
            wait();
        }
        String text = texts.poll();
        if (text != null) {
            chars -= text.length();
            notifyAll();
        }
        return text;
    }

    /** Takes nothing more; what is there can still be taken. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Drops what waits and takes nothing more but {@code last}. */
    synchronized void closeWith(@Nullable String last) {
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
        notifyAll();
    }
}
