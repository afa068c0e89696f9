package coderbased.fx.list;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ConversationView;
import coderbased.fx.ToastViewModel;
import coderbased.protocol.ConversationSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Pins, mutes, archives and marks conversations as read. Actions that hide a conversation can be undone. A device that
 * may only read says so instead.
 */
public final class ConversationActions {

    private final Chat chat;
    private final Clock clock;
    private final ToastViewModel toasts;

    public ConversationActions(Chat chat, Clock clock, ToastViewModel toasts) {
        this.chat = chat;
        this.clock = clock;
        this.toasts = toasts;
    }

    /** True if this device may change nothing. */
    public boolean isBarred() {
        return chat.state().readOnly();
    }

    /** Says the reason if this device may change nothing. Returns true if so. */
    public boolean refuse() {
        if (isBarred()) {
            toasts.say(MESSAGES.text("chat.readOnly"));
        }
        return isBarred();
    }

    public void pin(String id, boolean pinned) {
        change(id, now -> new ConversationSettings(pinned, now.archived() && !pinned, now.mutedUntil()));
    }

    public void mute(String id, MuteFor how) {
        Instant until = clock.instant().plus(how.time());
        change(id, now -> new ConversationSettings(now.pinned(), now.archived(), until));
    }

    public void unmute(String id) {
        change(id, now -> new ConversationSettings(now.pinned(), now.archived(), null));
    }

    /** Archives or unarchives a conversation. */
    public void archive(String id, boolean archived) {
        ConversationSettings before =
                change(id, now -> new ConversationSettings(now.pinned() && !archived, archived, now.mutedUntil()));
        if (before != null) {
            toasts.show(
                    MESSAGES.text(archived ? "toast.archived" : "toast.unarchived"),
                    () -> chat.conversation(id).saveSettings(before));
        }
    }

    /** Returns the number of the newest known message; 0 if there is none. */
    long newest(String id) {
        ConversationView conversation = chat.state().conversation(id);
        return conversation == null ? 0 : conversation.readSeq() + conversation.unread();
    }

    /** Marks a conversation as read up to a message; later ones stay unread. */
    void markRead(String id, long seq) {
        chat.conversation(id).markRead(seq);
    }

    public void togglePinned(String id) {
        pin(id, !settings(id).pinned());
    }

    public void toggleArchived(String id) {
        archive(id, !settings(id).archived());
    }

    /** Mutes a conversation forever, or unmutes it. */
    public void toggleMuted(String id) {
        if (isMuted(id)) {
            unmute(id);
        } else {
            mute(id, MuteFor.ALWAYS);
        }
    }

    public boolean isMuted(String id) {
        Instant until = settings(id).mutedUntil();
        return until != null && until.isAfter(clock.instant());
    }

    private ConversationSettings settings(String id) {
        ConversationView conversation = chat.state().conversation(id);
        return conversation == null ? ConversationSettings.DEFAULT : conversation.settings();
    }

    /** Changes the settings; returns the previous ones, or null if the conversation is gone. */
    private @Nullable ConversationSettings change(String id, UnaryOperator<ConversationSettings> how) {
        ConversationView conversation = chat.state().conversation(id);
        if (conversation == null || refuse()) {
            return null;
        }
        chat.conversation(id).saveSettings(how.apply(conversation.settings()));
        return conversation.settings();
    }
}
