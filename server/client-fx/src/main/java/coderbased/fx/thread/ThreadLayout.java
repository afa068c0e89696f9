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
 * Rows of the open thread, in step with its conversation. Changes that do not affect the rows cause no layout: each
 * typed key, marker and presence change makes a new view of the conversation, mostly with the same rows.
 */
final class ThreadLayout {

    private final Times times;
    private final ObservableList<ThreadRow> rows = FXCollections.observableArrayList();
    private @Nullable UnreadLine unread;
    private @Nullable Seen laidOut;

    ThreadLayout(Times times) {
        this.times = times;
    }

    /** Returns the rows, oldest first. */
    ObservableList<ThreadRow> rows() {
        return rows;
    }

    /** Prepares for another conversation, or none. The unread line is placed at its first view. */
    void begin() {
        rows.clear();
        laidOut = null;
        unread = null;
    }

    /** Removes the unread line, because the user has sent something. */
    void endUnread() {
        unread = UnreadLine.NONE;
    }

    /**
     * @param me the reader's account
     * @param going ids of messages whose deletion can still be undone
     */
    void show(ConversationView conversation, String me, Set<String> going) {
        UnreadLine line = unread == null ? new UnreadLine(conversation.readSeq(), conversation.unread()) : unread;
        unread = line;
        Seen seen = new Seen(
                conversation.messages(),
                conversation.names(),
                conversation.group() != null,
                ThreadRows.isUnknown(conversation),
                new Rest(conversation.older(), conversation.newer(), line, going, times.today()));
        if (seen.equals(laidOut)) {
            return;
        }
        laidOut = seen;
        List<ThreadRow> fresh = new ThreadRows(conversation, me, times, line, going).layOut();
        boolean full = conversation.older() && !conversation.newer();
        Rows.update(rows, full ? FrontRows.kept(rows, fresh) : fresh, ThreadRow::key);
    }

    /** Inputs of the rows. An unchanged message is the same object in the next view. */
    private record Seen(
            List<MessageView> lines, Map<String, String> names, boolean group, boolean unknown, Rest rest) {}

    private record Rest(boolean older, boolean newer, UnreadLine unread, Set<String> going, LocalDate today) {}
}
