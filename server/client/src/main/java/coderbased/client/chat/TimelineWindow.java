package coderbased.client.chat;

import coderbased.client.chat.MessageView.Mark;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is loaded of a conversation: a run of messages whose numbers follow one another, never more than {@link #MOST}.
 *
 * <p>It grows by a page at either side and then gives back what is far away at the other. A new message joins it only
 * where it touches the conversation's end and the number is the next one; what is further ahead waits, so that there is
 * never a hole. Of two copies of a message, the one with the higher {@link ChatMessage#rev} holds. Used on the client's own
 * thread.
 */
final class TimelineWindow {

    /** Most messages in it. */
    static final int MOST = 5 * Protocol.BATCH_SIZE;

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

    /** A window without anything, before the message with number {@code next} is said. */
    static TimelineWindow empty(long next) {
        return new TimelineWindow(next, false, true);
    }

    /**
     * A window of one page.
     *
     * @param older whether there is history before it
     * @param newer whether there is some after it
     */
    static TimelineWindow of(List<ChatMessage> page, boolean older, boolean newer) {
        TimelineWindow window = new TimelineWindow(page.getFirst().seq(), older, !newer);
        page.forEach(window::addNext);
        return window;
    }

    /** Puts the page before the oldest row; what does not touch it is passed over. */
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
        if (rows.size() > MOST) {
            next -= rows.size() - MOST;
            rows.subList(MOST, rows.size()).clear();
            detach();
        }
    }

    /** Puts the page after the newest row; what does not touch it is passed over. */
    void append(List<ChatMessage> page, boolean moreAfter) {
        readingBack = false;
        atEnd = !moreAfter;
        page.forEach(this::addNext);
        addWaiting();
    }

    /** A message that is new or changed, live or missed. True where what is loaded is not what it was. */
    boolean heard(ChatMessage message) {
        if (message.seq() < next) {
            boolean requoted = requote(message);
            return replace(message) || requoted;
        }
        if (!atEnd) {
            return false;
        }
        if (readingBack && rows.size() >= MOST) {
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

    /** New messages do not join any more, until somebody reads on up to the end. */
    void detach() {
        atEnd = false;
        ahead.clear();
    }

    /** Whether a message that is said now joins it. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** Whether something waits for what was said before it. */
    boolean hasHole() {
        return !ahead.isEmpty();
    }

    boolean hasOlder() {
        return older;
    }

    /** The number of the oldest message in it. */
    long first() {
        return next - rows.size();
    }

    /** The number of the newest message in it. */
    long last() {
        return next - 1;
    }

    @Nullable
    ChatMessage message(long seq) {
        Row row = row(seq);
        return row == null ? null : row.message;
    }

    /** The newest of them, that many at most, oldest first. */
    List<ChatMessage> newest(int most) {
        return rows.subList(Math.max(0, rows.size() - most), rows.size()).stream()
                .map(row -> row.message)
                .toList();
    }

    List<MessageView> lines(MessageRenderer drawing) {
        List<MessageView> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            lines.add(row.line(drawing));
        }
        return lines;
    }

    /** What is drawn of one message is not right any more. */
    void redraw(long seq) {
        Row row = row(seq);
        if (row != null) {
            row.drawn = null;
        }
    }

    /** What is drawn is not right any more. */
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
                row.become(Quotes.requoted(row.message, quoted));
                any = true;
            }
        }
        return any;
    }

    private void waits(ChatMessage message) {
        ahead.merge(message.seq(), message, (known, other) -> known.rev() >= other.rev() ? known : other);
        if (ahead.size() > MOST) {
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
        if (rows.size() > MOST) {
            rows.subList(0, rows.size() - MOST).clear();
            older = true;
        }
    }

    /** One message, and the line that was last drawn of it. */
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

        MessageView line(MessageRenderer drawing) {
            Mark mark = drawing.mark(message);
            if (drawn == null || drawn.mark() != mark) {
                drawn = drawing.stored(message);
            }
            return drawn;
        }
    }
}
