package coderbased.fx.thread;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Marks the open conversation as read, up to the newest message that the person has seen.
 *
 * <p>Three facts have to hold at once: the window is in front of the person, nothing lies over the thread, and the last row
 * of the conversation was drawn on the screen. The last one is told by name, after each layout: a mark never goes further
 * than that row, and the row of one conversation marks nothing in another. Use on the JavaFX thread.
 */
final class ReadMark {

    private final Chat chat;
    private final Supplier<@Nullable ConversationView> open;
    private final BooleanProperty attended = new SimpleBooleanProperty();
    private final BooleanProperty covered = new SimpleBooleanProperty();
    private @Nullable String lastShown;

    /** @param open the open conversation as it is drawn; null for none */
    ReadMark(Chat chat, Supplier<@Nullable ConversationView> open) {
        this.chat = chat;
        this.open = open;
        attended.subscribe(this::mark);
        covered.subscribe(this::mark);
    }

    /** True while the window with the thread is in front of the person. */
    BooleanProperty attended() {
        return attended;
    }

    /** True while something lies over the thread. */
    BooleanProperty covered() {
        return covered;
    }

    /** True if the person can see the thread now. */
    boolean isInSight() {
        return attended.get() && !covered.get();
    }

    /** Forgets what was shown: another conversation is about to be open. */
    void begin() {
        lastShown = null;
    }

    /** The end of the conversation was drawn: its last row has that name. Null: the end is not on the screen. */
    void shown(@Nullable String key) {
        lastShown = key;
        mark();
    }

    /** Marks what is on the screen, if anything of it is unread. */
    void mark() {
        ConversationView conversation = open.get();
        if (conversation == null || conversation.newer() || !isInSight()) {
            return;
        }
        long seq = newestShown(conversation);
        if (seq > conversation.readSeq()) {
            chat.conversation(conversation.id()).markRead(seq);
        }
    }

    private long newestShown(ConversationView conversation) {
        long newest = 0;
        for (MessageView line : conversation.messages()) {
            newest = Math.max(newest, line.seq());
            if (line.clientMessageId().equals(lastShown)) {
                return newest;
            }
        }
        return 0;
    }
}
