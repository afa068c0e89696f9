package coderbased.client.chat;

import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Loaded messages of a conversation: consecutive numbers, at most {@link #MAX_MESSAGES}.
 *
 * <p>The window grows by a page at either side, then drops the farthest messages at the other. A new message joins only
 * if the window is at the conversation's end and the number is the next one; later ones wait, so there is never a gap.
 * Of two versions of a message, the one with the higher {@link ChatMessage#rev} wins. Used on the client thread.
 */
final class TimelineWindow {

    /** Largest number of messages. */
    static final int MAX_MESSAGES = 5 * Protocol.BATCH_SIZE;

    private final List<Row> rows = new ArrayList<>();
    private final NavigableMap<Long, ChatMessage> ahead = new TreeMap<>();
    private long next;
    private boolean older;
    private boolean atEnd;
    private boolean readingBack;

    private TimelineWindow(long next, boolean older, boolean atEnd) {
        this.next = next;
        this.older = older;
        this.atEnd = atEnd;
    }

    /** Returns an empty window that waits for message {@code next}. */
    static TimelineWindow empty(long next) {
        return new TimelineWindow(next, false, true);
    }

    /**
     * Returns a window of one page.
     *
     * @param older true if there is history before it
     * @param newer true if there are messages after it
     */
    static TimelineWindow of(List<ChatMessage> page, boolean older, boolean newer) {
        TimelineWindow window = new TimelineWindow(page.getFirst().seq(), older, !newer);
        page.forEach(window::addNext);
        return window;
    }

    /** Adds a page before the oldest message; ignores one that does not adjoin. */
    void prepend(List<ChatMessage> page, boolean moreBefore) {
        readingBack = true;
        older = moreBefore;
        List<Row> fitting = new ArrayList<>();
        long wanted = first() - 1;
        for (ChatMessage message : page.reversed()) {
            if (message.seq() == wanted) {
                fitting.addFirst(new Row(message));
                wanted--;
            }
        }
        rows.addAll(0, fitting);
        if (rows.size() > MAX_MESSAGES) {
            next -= rows.size() - MAX_MESSAGES;
            rows.subList(MAX_MESSAGES, rows.size()).clear();
            detach();
        }
    }

    /** Adds a page after the newest message; ignores one that does not adjoin. */
    void append(List<ChatMessage> page, boolean moreAfter) {
        readingBack = false;
        atEnd = !moreAfter;
        page.forEach(this::addNext);
        addWaiting();
    }

    /** Adds a new or changed message, live or missed. True if the loaded messages changed. */
    boolean heard(ChatMessage message) {
        if (message.seq() < next) {
            boolean requoted = requote(message);
            return replace(message) || requoted;
        }
        if (!atEnd) {
            return false;
        }
        if (readingBack && rows.size() >= MAX_MESSAGES) {
            detach();
            return true;
        }
        if (message.seq() > next) {
            waits(message);
            return false;
        }
        addNext(message);
        addWaiting();
        return true;
    }

    /** Stops new messages from joining, until the reader loads up to the end again. */
    void detach() {
        atEnd = false;
        ahead.clear();
    }

    /** True if new messages join the window. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** True if a message waits for an earlier one. */
    boolean hasHole() {
        return !ahead.isEmpty();
    }

    boolean hasOlder() {
        return older;
    }

    /** Returns the number of the oldest message. */
    long first() {
        return next - rows.size();
    }

    /** Returns the number of the newest message; {@code next - 1} if there is none. */
    long last() {
        return next - 1;
    }

    @Nullable
    ChatMessage message(long seq) {
        Row row = row(seq);
        return row == null ? null : row.message;
    }

    /** Returns the newest messages, at most {@code most}, oldest first. */
    List<ChatMessage> newest(int most) {
        return rows.subList(Math.max(0, rows.size() - most), rows.size()).stream()
                .map(row -> row.message)
                .toList();
    }

    List<MessageView> render(MessageRenderer messageRenderer) {
        List<MessageView> views = new ArrayList<>(rows.size());
        for (Row row : rows) {
            views.add(row.render(messageRenderer));
        }
        return views;
    }

    /** Discards the rendering of one message. */
    void redraw(long seq) {
        Row row = row(seq);
        if (row != null) {
            row.drawn = null;
        }
    }

    /** Discards all renderings. */
    void redraw() {
        rows.forEach(row -> row.drawn = null);
    }

    private @Nullable Row row(long seq) {
        return seq < first() || seq >= next ? null : rows.get((int) (seq - first()));
    }

    private boolean replace(ChatMessage message) {
        Row row = row(message.seq());
        if (row == null || row.message.rev() >= message.rev()) {
            return false;
        }
        row.become(message);
        return true;
    }

    private boolean requote(ChatMessage quoted) {
        Row loaded = row(quoted.seq());
        if (loaded != null && loaded.message.rev() >= quoted.rev()) {
            return false;
        }
        boolean any = false;
        for (Row row : rows) {
            if (row.message.quote() != null && row.message.quote().seq() == quoted.seq()) {
                row.become(row.message.answering(quoted.asQuote(), row.message.forwarded()));
                any = true;
            }
        }
        return any;
    }

    private void waits(ChatMessage message) {
        ahead.merge(message.seq(), message, (known, other) -> known.rev() >= other.rev() ? known : other);
        if (ahead.size() > MAX_MESSAGES) {
            ahead.pollLastEntry();
        }
    }

    private void addWaiting() {
        for (ChatMessage message = ahead.remove(next); message != null; message = ahead.remove(next)) {
            addNext(message);
        }
    }

    private void addNext(ChatMessage message) {
        if (message.seq() != next) {
            return;
        }
        rows.add(new Row(message));
        next++;
        if (rows.size() > MAX_MESSAGES) {
            rows.subList(0, rows.size() - MAX_MESSAGES).clear();
            older = true;
        }
    }

    /** One message and its last rendering. */
    private static final class Row {

        private ChatMessage message;
        private @Nullable MessageView drawn;

        Row(ChatMessage message) {
            this.message = message;
        }

        void become(ChatMessage now) {
            message = now;
            drawn = null;
        }

        MessageView render(MessageRenderer messageRenderer) {
            DeliveryStatus status = messageRenderer.status(message);
            if (drawn == null || drawn.status() != status) {
                drawn = messageRenderer.stored(message);
            }
            return drawn;
        }
    }
}
