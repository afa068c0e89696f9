package coderbased.fx.thread;

import coderbased.client.chat.ConversationHandle;
import coderbased.client.chat.ConversationView;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Loaded part of a conversation: a few pages that slide over it, however long it is. {@link #loadOlder} and
 * {@link #loadNewer} move them, {@link #jumpTo} and {@link #toNewest} replace them.
 */
public final class ThreadWindow {

    private final ReadOnlyBooleanWrapper loadingOlder = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper newer = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Reveal> reveal = new ReadOnlyObjectWrapper<>();
    private @Nullable ConversationHandle handle;
    private @Nullable ConversationView heard;
    private Goal goal = new Goal.None();
    private long askedOlder;
    private long askedNewer;

    /** True while an older page is being loaded. */
    public ReadOnlyBooleanProperty loadingOlder() {
        return loadingOlder.getReadOnlyProperty();
    }

    /** True if there are messages after the last row. */
    public ReadOnlyBooleanProperty newer() {
        return newer.getReadOnlyProperty();
    }

    /** Returns the number of messages that the user has not read. */
    public ReadOnlyIntegerProperty unseen() {
        return unseen.getReadOnlyProperty();
    }

    /** Returns the row to bring into view; a new object each time. */
    public ReadOnlyObjectProperty<@Nullable Reveal> reveal() {
        return reveal.getReadOnlyProperty();
    }

    /** Requests the page before the first row, once. */
    public void loadOlder() {
        ConversationView loaded = heard;
        if (loaded != null
                && handle != null
                && loaded.older()
                && !loaded.messages().isEmpty()) {
            long oldest = loaded.messages().getFirst().seq();
            if (oldest != askedOlder) {
                askedOlder = oldest;
                loadingOlder.set(true);
                handle.loadOlder();
            }
        }
    }

    /** Requests the page after the last row, once. */
    public void loadNewer() {
        ConversationView loaded = heard;
        if (loaded != null
                && handle != null
                && loaded.newer()
                && !loaded.messages().isEmpty()) {
            long newest = loaded.messages().getLast().seq();
            if (newest != askedNewer) {
                askedNewer = newest;
                handle.loadNewer();
            }
        }
    }

    /** Brings the newest message into view, loaded or not. */
    public void toNewest() {
        toNewest(heard);
    }

    void begin(ConversationHandle opened) {
        end();
        handle = opened;
        goal = new Goal.Opening();
    }

    void end() {
        handle = null;
        heard = null;
        goal = new Goal.None();
        askedOlder = 0;
        askedNewer = 0;
        loadingOlder.set(false);
        newer.set(false);
        unseen.set(0);
        reveal.set(null);
    }

    void toNewest(@Nullable ConversationView conversation) {
        goal = new Goal.Newest();
        if (conversation != null && conversation.newer() && handle != null) {
            handle.loadNewest();
        } else {
            meet(List.of());
        }
    }

    void jumpTo(long seq, @Nullable ConversationView conversation) {
        Goal instead = goal instanceof Goal.Opening ? goal : new Goal.None();
        goal = new Goal.Message(seq, instead, false);
        boolean loaded =
                conversation != null && conversation.messages().stream().anyMatch(message -> message.seq() == seq);
        if (!loaded && handle != null) {
            handle.loadAround(seq);
        }
    }

    /** Applies the loaded messages and their rows. */
    void hear(@Nullable ConversationView conversation, List<ThreadRow> rows) {
        heard = conversation;
        if (conversation == null) {
            return;
        }
        newer.set(conversation.newer());
        unseen.set(conversation.unread());
        if (!conversation.loading()) {
            // the requested page is here, or will not come: it may be requested again
            loadingOlder.set(false);
            askedOlder = 0;
            askedNewer = 0;
        }
        boolean there = !conversation.messages().isEmpty();
        if (there && (goal instanceof Goal.Message || !conversation.loading())) {
            meet(rows);
        }
        if (goal instanceof Goal.Message message) {
            goal = message.after(conversation.loading());
        }
    }

    private void meet(List<ThreadRow> rows) {
        switch (goal) {
            case Goal.None _ -> {}
            case Goal.Newest _ -> {
                if (heard == null || !heard.newer()) {
                    reached(new Reveal(null, false));
                }
            }
            case Goal.Opening _ -> {
                boolean unread = rows.stream().anyMatch(row -> row instanceof ThreadRow.Unread);
                reached(new Reveal(unread ? ThreadRow.Unread.KEY : null, false));
            }
            case Goal.Message message ->
                rows.stream()
                        .filter(row -> row instanceof ThreadRow.Bubble bubble && bubble.seq() == message.seq())
                        .findFirst()
                        .ifPresent(row -> reached(new Reveal(row.key(), true)));
        }
    }

    private void reached(Reveal shown) {
        goal = new Goal.None();
        reveal.set(shown);
    }

    /**
     * A row to bring into view.
     *
     * @param key of the row; null for the newest
     * @param marked true if the row is to be highlighted
     */
    public record Reveal(@Nullable String key, boolean marked) {

        /** Each request is different from all others. */
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Requested target that is not in view yet. */
    private sealed interface Goal {

        record None() implements Goal {}

        record Opening() implements Goal {}

        record Newest() implements Goal {}

        /**
         * @param instead target if the message cannot be loaded
         * @param asked true if a page with it is being loaded
         */
        record Message(long seq, Goal instead, boolean asked) implements Goal {

            /** Returns the target while the message is not loaded. */
            Goal after(boolean loading) {
                return loading ? new Message(seq, instead, true) : asked ? instead : this;
            }
        }
    }
}
