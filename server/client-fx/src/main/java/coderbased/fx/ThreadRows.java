package coderbased.fx;

import coderbased.client.ConversationView;
import coderbased.client.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays a conversation out as rows: days, the unread line, bubbles in runs. */
final class ThreadRows {

    private final ConversationView conversation;
    private final Times times;
    private final long readBefore;
    private final int unread;
    private final List<ThreadRow> rows = new ArrayList<>();

    /**
     * @param readBefore the sequence number up to which was read when the thread was opened
     * @param unread how many messages of others were unread then; 0 for no unread line
     */
    ThreadRows(ConversationView conversation, Times times, long readBefore, int unread) {
        this.conversation = conversation;
        this.times = times;
        this.readBefore = readBefore;
        this.unread = unread;
    }

    List<ThreadRow> layOut() {
        @Nullable Line previous = null;
        boolean unreadShown = unread == 0;
        for (Line line : conversation.lines()) {
            boolean newDay = previous == null || !day(previous).equals(day(line));
            if (newDay) {
                rows.add(new ThreadRow.Day(times.dayName(line.at())));
            }
            boolean beginsUnread = !unreadShown && !line.mine() && line.seq() > readBefore;
            if (beginsUnread) {
                rows.add(new ThreadRow.Unread(unread == 1 ? "1 new message" : unread + " new messages"));
                unreadShown = true;
            }
            rows.add(bubble(line, newDay || beginsUnread || !sameSender(previous, line)));
            previous = line;
        }
        return rows;
    }

    private ThreadRow bubble(Line line, boolean first) {
        boolean named = first && !line.mine() && conversation.group() != null;
        return new ThreadRow.Bubble(
                line.clientMessageId(),
                line.mine(),
                named ? SafeText.name(line.senderName()) : null,
                SafeText.message(line.text()),
                times.time(line.at()),
                tick(line),
                first,
                line.refusal());
    }

    /** The mark of a line: none on the lines of others. */
    static Tick tick(Line line) {
        if (!line.mine()) {
            return Tick.NONE;
        }
        return switch (line.mark()) {
            case SENDING -> Tick.SENDING;
            case STORED -> Tick.STORED;
            case DELIVERED -> Tick.DELIVERED;
            case READ -> Tick.READ;
            case REFUSED -> Tick.REFUSED;
        };
    }

    private LocalDate day(Line line) {
        return times.day(line.at());
    }

    private static boolean sameSender(@Nullable Line previous, Line line) {
        return previous != null
                && previous.mine() == line.mine()
                && previous.senderName().equals(line.senderName());
    }
}
