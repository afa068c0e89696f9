package coderbased.fx.thread;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Marks the open conversation as read, up to the newest message that the user has seen.
 *
 * <p>Three conditions must hold at once: the window is in front, nothing covers the thread, and the last row of the
 * conversation is on the screen. The view reports the last row by its key after each layout: the marker never goes
 * further than that row, and a row of one conversation marks nothing in another. Used on the JavaFX thread.
 */
final class ReadTracker {

    private final Chat chat;
    private final Supplier<@Nullable ConversationView> open;
    private final BooleanProperty attended = new SimpleBooleanProperty();
    private final BooleanProperty covered = new SimpleBooleanProperty();
    private @Nullable String lastShown;

    /** @param open the open conversation as it is drawn; null for none */
    ReadTracker(Chat chat, Supplier<@Nullable ConversationView> open) {
        this.chat = chat;
        this.open = open;
        attended.subscribe(this::mark);
        covered.subscribe(this::mark);
    }

    /** True while the window with the thread is in front. */
    BooleanProperty attended() {
        return attended;
    }

    /** True while something covers the thread. */
    BooleanProperty covered() {
        return covered;
    }

    /** True if the user can see the thread now. */
    boolean isInSight() {
        return attended.get() && !covered.get();
    }

    /** Forgets the last row, because another conversation is about to be opened. */
    void begin() {
        lastShown = null;
    }

    /** Records that the last row of the conversation is on the screen; null if it is not. */
    void shown(@Nullable String key) {
        lastShown = key;
        mark();
    }

    /** Marks the messages on the screen, if any is unread. */
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
        for (MessageView message : conversation.messages()) {
            newest = Math.max(newest, message.seq());
            if (message.clientMessageId().equals(lastShown)) {
                return newest;
            }
        }
        return 0;
    }
}
