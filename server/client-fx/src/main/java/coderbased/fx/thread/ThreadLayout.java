package coderbased.fx.thread;

import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.fx.Times;
import coderbased.fx.thread.ThreadRows.UnreadLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the open thread, in step with its conversation. What does not show in them lays nothing out: each key the
 * person types, each mark and each sign of life makes a new picture of the conversation, and most have the same rows.
 */
final class ThreadLayout {

    private final Times times;
    private final ObservableList<ThreadRow> rows = FXCollections.observableArrayList();
    private @Nullable UnreadLine unread;
    private @Nullable Seen laidOut;

    ThreadLayout(Times times) {
        this.times = times;
    }

    /** The rows, oldest first. */
    ObservableList<ThreadRow> rows() {
        return rows;
    }

    /** Another conversation will be open, or none. Where its unread begins is taken from what is first shown of it. */
    void begin() {
        rows.clear();
        laidOut = null;
        unread = null;
    }

    /** Nothing is new any more: the person has spoken. */
    void endUnread() {
        unread = UnreadLine.NONE;
    }

    /**
     * @param me the reader's account
     * @param going messages that will be taken back unless the person thinks better of it, by their names
     */
    void show(ConversationView conversation, String me, Set<String> going) {
        UnreadLine line = unread == null ? new UnreadLine(conversation.readSeq(), conversation.unread()) : unread;
        unread = line;
        Seen seen = new Seen(
                conversation.messages(),
                conversation.names(),
                conversation.group() != null,
                conversation.loading(),
                new Rest(conversation.older(), conversation.newer(), line, going, times.today()));
        if (seen.equals(laidOut)) {
            return;
        }
        laidOut = seen;
        List<ThreadRow> fresh = new ThreadRows(conversation, me, times, line, going).layOut();
        boolean full = conversation.older() && !conversation.newer();
        Rows.update(rows, full ? FrontRows.kept(rows, fresh) : fresh, ThreadRow::key);
    }

    /** What rows are made of. A line that did not change is the same object in the next picture. */
    private record Seen(
            List<MessageView> lines, Map<String, String> names, boolean group, boolean loading, Rest rest) {}

    private record Rest(boolean older, boolean newer, UnreadLine unread, Set<String> going, LocalDate today) {}
}
