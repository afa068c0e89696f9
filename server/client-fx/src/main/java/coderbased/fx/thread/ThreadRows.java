package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.fx.GroupEventWords;
import coderbased.fx.Times;
import coderbased.protocol.Body;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rows of a conversation: days, the unread line, group events, bubbles in runs. */
final class ThreadRows {

    private static final int SKELETONS = 7;

    private final ConversationView conversation;
    private final Bubbles bubbles;
    private final GroupEventWords events;
    private final Times times;
    private final UnreadLine unread;
    private final List<ThreadRow> rows = new ArrayList<>();
    private final Set<LocalDate> days = new HashSet<>();

    /**
     * @param me the reader's account
     * @param going ids of messages whose deletion can still be undone
     */
    ThreadRows(ConversationView conversation, String me, Times times, UnreadLine unread, Set<String> going) {
        this.conversation = conversation;
        this.times = times;
        this.unread = unread;
        this.bubbles = new Bubbles(conversation, times, going);
        this.events = new GroupEventWords(me, conversation.names());
    }

    List<ThreadRow> layOut() {
        if (isUnknown(conversation)) {
            for (int i = 0; i < SKELETONS; i++) {
                rows.add(new ThreadRow.Skeleton(i));
            }
            return rows;
        }
        @Nullable MessageView previous = null;
        boolean unreadShown = unread.count() == 0;
        for (MessageView message : conversation.messages()) {
            boolean newDay = previous == null || !day(previous).equals(day(message));
            if (newDay) {
                rows.add(new ThreadRow.Day(dayKey(message), times.dayName(message.at())));
            }
            boolean beginsUnread = !unreadShown && !message.mine() && message.seq() > unread.readBefore();
            if (beginsUnread) {
                rows.add(new ThreadRow.Unread(unread.words()));
                unreadShown = true;
            }
            rows.add(row(message, newDay || beginsUnread || !sameRun(previous, message)));
            previous = message;
        }
        return rows;
    }

    /** True if the conversation may have messages, and none is loaded. */
    static boolean isUnknown(ConversationView conversation) {
        return conversation.messages().isEmpty()
                && (conversation.loading() || conversation.lastMessage() != null || conversation.unread() > 0);
    }

    private ThreadRow row(MessageView message, boolean first) {
        return message.body() instanceof Body.GroupEvent event
                ? new ThreadRow.GroupEvent(message.clientMessageId(), events.words(message, event))
                : bubbles.bubble(message, first);
    }

    /** Returns the key of a day. If a server's clock is set back over midnight, the same day occurs twice. */
    private String dayKey(MessageView message) {
        return "day-" + day(message) + (days.add(day(message)) ? "" : "-" + message.clientMessageId());
    }

    private LocalDate day(MessageView message) {
        return times.day(message.at());
    }

    private static boolean sameRun(@Nullable MessageView previous, MessageView message) {
        return previous != null
                && !(previous.body() instanceof Body.GroupEvent)
                && previous.senderId().equals(message.senderId());
    }

    /**
     * Position of the unread line, fixed while the thread is open.
     *
     * @param readBefore number of the last message read before the thread was opened
     * @param count number of later messages of others; 0 for no line
     */
    record UnreadLine(long readBefore, int count) {

        static final UnreadLine NONE = new UnreadLine(0, 0);

        String words() {
            return MESSAGES.text("thread.unread", "count", count);
        }
    }
}
