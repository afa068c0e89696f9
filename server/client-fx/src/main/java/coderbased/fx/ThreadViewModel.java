package coderbased.fx;

import coderbased.client.Chat;
import coderbased.client.ChatState;
import coderbased.client.ConversationView;
import coderbased.client.Talk;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One conversation: its heading, its rows, what the person is writing into it, and how far it was read. */
public final class ThreadViewModel {

    private static final int UNDO_SECONDS = 5;

    private final Chat chat;
    private final ObservableValue<ChatState> state;
    private final ReadOnlyObjectWrapper<@Nullable String> conversationId = new ReadOnlyObjectWrapper<>();
    private final ThreadHeading heading;
    private final ThreadWindow window = new ThreadWindow();
    private final BooleanProperty attended = new SimpleBooleanProperty();
    private final BooleanProperty atNewest = new SimpleBooleanProperty(true);
    private final ThreadLayout layout;
    private final ComposerViewModel composer;
    private final ThreadActions actions;
    private final Deletions deletions;
    private Consumer<String> onInfo = id -> {};
    private Consumer<String> onSearch = id -> {};

    /** @param fx {@link FxThread#executor()}, or the caller's own thread in a test */
    ThreadViewModel(Chat chat, ObservableValue<ChatState> state, Times times, Executor fx) {
        this(
                chat,
                state,
                times,
                Errand.away(fx),
                CompletableFuture.delayedExecutor(UNDO_SECONDS, TimeUnit.SECONDS, fx));
    }

    ThreadViewModel(Chat chat, ObservableValue<ChatState> state, Times times, Errand errand, Executor afterUndo) {
        this.chat = chat;
        this.state = state;
        this.layout = new ThreadLayout(times);
        this.heading = new ThreadHeading(times);
        this.composer = new ComposerViewModel(errand);
        this.deletions = new Deletions(afterUndo, this::layOut);
        this.actions = new ThreadActions(chat, this::current, composer, deletions, errand);
        composer.onCorrectLast(() -> actions.correctLast(rows()));
        composer.onSent(this::afterSending);
        state.subscribe(this::refresh);
        attended.subscribe(this::markRead);
        atNewest.subscribe(this::markRead);
    }

    /** Which conversation is open; null for none. */
    public ReadOnlyObjectProperty<@Nullable String> conversationId() {
        return conversationId.getReadOnlyProperty();
    }

    /** With whom it is. */
    public ReadOnlyStringProperty title() {
        return heading.title();
    }

    /** What stands above it. */
    public ThreadHeading heading() {
        return heading;
    }

    /** The rows, oldest first. */
    public ObservableList<ThreadRow> rows() {
        return layout.rows();
    }

    /** Which part of the conversation is loaded, and what of it is to be shown. */
    public ThreadWindow window() {
        return window;
    }

    /** Whether a person has this thread in front of them: only then is it marked as read. Set by whoever shows it. */
    public BooleanProperty attended() {
        return attended;
    }

    /** Whether the newest loaded message is in view. Set by the view. */
    public BooleanProperty atNewest() {
        return atNewest;
    }

    /** What is being written. */
    public ComposerViewModel composer() {
        return composer;
    }

    /** What can be done with a message. */
    public ThreadActions actions() {
        return actions;
    }

    /** Shows a conversation, at its first unread message. */
    public void open(String id) {
        if (id.equals(conversationId.get())) {
            return;
        }
        leave();
        ConversationView conversation = state.getValue().conversation(id);
        ThreadRows.UnreadLine unread = conversation == null
                ? ThreadRows.UnreadLine.NONE
                : new ThreadRows.UnreadLine(conversation.readSeq(), conversation.unread());
        layout.begin(unread);
        atNewest.set(unread.count() == 0);
        conversationId.set(id);
        window.begin(chat.talk(id));
        composer.switchTo(chat.talk(id), conversation == null ? "" : conversation.draft());
        chat.talk(id).open();
        refresh();
    }

    /** Shows a conversation at one of its messages, for example one that a search found. */
    public void open(String id, long seq) {
        open(id);
        jumpTo(seq);
    }

    /** Back to no conversation. */
    public void close() {
        leave();
        conversationId.set(null);
        composer.switchTo(null, "");
        layout.begin(ThreadRows.UnreadLine.NONE);
        heading.clear();
    }

    /** Nobody will look at it any more: what could still be undone is done. */
    void end() {
        deletions.flush();
    }

    /** Shows a message, loaded or not. */
    public void jumpTo(long seq) {
        atNewest.set(false);
        window.jumpTo(seq, current());
        window.hear(current(), rows());
    }

    /** The heading was pressed: the person wants to know more about the conversation. */
    public void openInfo() {
        tell(onInfo);
    }

    /** The person wants to look for words in this conversation. */
    public void openSearch() {
        tell(onSearch);
    }

    /**
     * Who shows more about a conversation.
     *
     * @param onInfo hears the id of the conversation whose heading was pressed
     */
    public void onInfo(Consumer<String> onInfo) {
        this.onInfo = onInfo;
    }

    /**
     * Who looks for words in a conversation.
     *
     * @param onSearch hears the id of the conversation in which the person wants to look for words
     */
    public void onSearch(Consumer<String> onSearch) {
        this.onSearch = onSearch;
    }

    private void tell(Consumer<String> hook) {
        String id = conversationId.get();
        if (id != null) {
            hook.accept(id);
        }
    }

    private void leave() {
        deletions.flush();
        String id = conversationId.get();
        if (id != null) {
            chat.talk(id).close();
        }
    }

    private void afterSending() {
        layout.endUnread();
        window.toNewest(current());
    }

    private void refresh() {
        composer.show(state.getValue().readOnly());
        ConversationView conversation = current();
        if (conversation == null) {
            return;
        }
        heading.show(conversation, state.getValue());
        composer.hear(conversation.draft());
        layOut();
        window.hear(conversation, rows());
        markRead();
    }

    private void layOut() {
        ConversationView conversation = current();
        if (conversation != null) {
            layout.show(conversation, state.getValue().me().accountId(), deletions.waiting());
        }
    }

    private void markRead() {
        ConversationView conversation = current();
        boolean seen = attended.get() && atNewest.get();
        if (conversation != null && seen && conversation.unread() > 0 && !conversation.newer()) {
            Talk talk = chat.talk(conversation.id());
            talk.markRead();
        }
    }

    private @Nullable ConversationView current() {
        String id = conversationId.get();
        return id == null ? null : state.getValue().conversation(id);
    }
}
