package coderbased.fx.thread;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ChatState;
import coderbased.client.chat.ConversationHandle;
import coderbased.client.chat.ConversationView;
import coderbased.fx.Errand;
import coderbased.fx.Times;
import coderbased.fx.compose.ComposerViewModel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
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
    private final ReadMark readMark;
    private final ThreadLayout layout;
    private final ComposerViewModel composer;
    private final ThreadActions actions;
    private final Deletions deletions;
    private Consumer<String> onInfo = id -> {};
    private Consumer<String> onSearch = id -> {};

    /** @param fx {@link coderbased.fx.FxThread#executor()}, or the caller's own thread in a test */
    public ThreadViewModel(Chat chat, ObservableValue<ChatState> state, Times times, Executor fx) {
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
        this.readMark = new ReadMark(chat, this::current);
        this.composer = new ComposerViewModel(errand);
        this.deletions = new Deletions(afterUndo, this::layOut);
        this.actions = new ThreadActions(chat, this::with, composer, deletions, errand);
        composer.onCorrectLast(() -> actions.correctLast(rows()));
        composer.onSent(this::afterSending);
        composer.attachments().onlyFor(id -> state.getValue().conversation(id) != null);
        state.subscribe(this::refresh);
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

    /** True while the window with this thread is in front of a person: only then is it marked as read. Set by the app. */
    public BooleanProperty attended() {
        return readMark.attended();
    }

    /** True while a person can see this thread. */
    public boolean isInSight() {
        return readMark.isInSight();
    }

    /** What of it is on the screen. Told by the view. */
    ReadMark readMark() {
        return readMark;
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
        if (!id.equals(conversationId.get())) {
            begin(id, null);
        }
    }

    /** Shows a conversation at one of its messages, for example one that a search found. */
    public void open(String id, long seq) {
        if (id.equals(conversationId.get())) {
            jumpTo(seq);
        } else {
            begin(id, seq);
        }
    }

    /** Back to no conversation. */
    public void close() {
        leave();
        conversationId.set(null);
        heading.clear();
    }

    /** @param seq the message to show first; null for the first unread one */
    private void begin(String id, @Nullable Long seq) {
        leave();
        ConversationHandle handle = chat.conversation(id);
        ConversationView conversation = state.getValue().conversation(id);
        composer.switchTo(handle, conversation == null ? "" : conversation.draft());
        window.begin(handle);
        conversationId.set(id);
        handle.open();
        if (seq != null) {
            window.jumpTo(seq, current());
        }
        refresh();
        composer.attachments().enter(id);
    }

    /** Nobody will look at it any more: what could still be undone is done. */
    public void end() {
        deletions.flush();
    }

    /** Shows a message, loaded or not. */
    public void jumpTo(long seq) {
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

    /** Lets go of everything that belongs to the conversation that was open, before anything of another is set. */
    private void leave() {
        deletions.flush();
        readMark.begin();
        window.end();
        composer.switchTo(null, "");
        layout.begin();
        String id = conversationId.get();
        if (id != null) {
            chat.conversation(id).close();
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
        readMark.mark();
    }

    private void layOut() {
        ConversationView conversation = current();
        if (conversation != null) {
            layout.show(conversation, state.getValue().me().accountId(), deletions.waiting());
        }
    }

    private @Nullable ConversationView with(ThreadRow row) {
        return rows().stream().anyMatch(each -> each.key().equals(row.key())) ? current() : null;
    }

    private @Nullable ConversationView current() {
        String id = conversationId.get();
        return id == null ? null : state.getValue().conversation(id);
    }
}
