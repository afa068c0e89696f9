package coderbased.fx.thread;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ChatState;
import coderbased.client.chat.ConversationHandle;
import coderbased.client.chat.ConversationView;
import coderbased.fx.Errand;
import coderbased.fx.GroupPictures;
import coderbased.fx.Times;
import coderbased.fx.compose.ComposerViewModel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One conversation: its heading, its rows, its composer and its read position. */
public final class ThreadViewModel {

    private static final int UNDO_SECONDS = 5;

    private final Chat chat;
    private final ObservableValue<ChatState> state;
    private final ReadOnlyObjectWrapper<@Nullable String> conversationId = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper();
    private final ThreadHeading heading;
    private final ThreadWindow window = new ThreadWindow();
    private final ReadTracker readTracker;
    private final ThreadLayout layout;
    private final ComposerViewModel composer;
    private final ThreadActions actions;
    private final Deletions deletions;
    private Consumer<String> onInfo = id -> {};
    private Consumer<String> onSearch = id -> {};
    private Runnable onOpen = () -> {};
    private BiConsumer<String, String> onGone = (title, unsent) -> {};
    private boolean known;

    /** @param fx {@link coderbased.fx.FxThread#executor()}, or the caller's own thread in a test */
    public ThreadViewModel(
            Chat chat, ObservableValue<ChatState> state, Times times, GroupPictures pictures, Executor fx) {
        this(
                chat,
                state,
                times,
                pictures,
                Errand.away(fx),
                CompletableFuture.delayedExecutor(UNDO_SECONDS, TimeUnit.SECONDS, fx));
    }

    ThreadViewModel(
            Chat chat,
            ObservableValue<ChatState> state,
            Times times,
            GroupPictures pictures,
            Errand errand,
            Executor afterUndo) {
        this.chat = chat;
        this.state = state;
        this.layout = new ThreadLayout(times);
        this.heading = new ThreadHeading(times, pictures);
        this.readTracker = new ReadTracker(chat, this::current);
        this.composer = new ComposerViewModel(errand);
        this.deletions = new Deletions(afterUndo, this::layOut);
        this.actions = new ThreadActions(chat, this::with, composer, deletions, heading, errand);
        composer.onCorrectLast(() -> actions.correctLast(rows()));
        composer.onSent(this::afterSending);
        composer.attachments().onlyFor(id -> state.getValue().conversation(id) != null);
        state.subscribe(this::refresh);
        refresh();
    }

    /** Returns the id of the open conversation; null for none. */
    public ReadOnlyObjectProperty<@Nullable String> conversationId() {
        return conversationId.getReadOnlyProperty();
    }

    /** Returns the title. */
    public ReadOnlyStringProperty title() {
        return heading.title();
    }

    /** Returns the heading. */
    public ThreadHeading heading() {
        return heading;
    }

    /** Returns the rows, oldest first. */
    public ObservableList<ThreadRow> rows() {
        return layout.rows();
    }

    /** True if the open conversation is known to have no messages. */
    ReadOnlyBooleanProperty empty() {
        return empty.getReadOnlyProperty();
    }

    /** Returns the loaded window, and the row to show. */
    public ThreadWindow window() {
        return window;
    }

    /** True while the window with this thread is in front: only then messages are marked as read. Set by the app. */
    public BooleanProperty attended() {
        return readTracker.attended();
    }

    /** True while the user can see this thread. */
    public boolean isInSight() {
        return readTracker.isInSight();
    }

    /** Returns the read marker, which the view informs about rows on the screen. */
    ReadTracker readTracker() {
        return readTracker;
    }

    /** Returns the composer. */
    public ComposerViewModel composer() {
        return composer;
    }

    /** Returns the actions on messages. */
    public ThreadActions actions() {
        return actions;
    }

    /** Opens a conversation at its first unread message. */
    public void open(String id) {
        if (!id.equals(conversationId.get())) {
            begin(id, null);
        }
        onOpen.run();
    }

    /** Opens a conversation at one of its messages, for example a search hit. */
    public void open(String id, long seq) {
        if (id.equals(conversationId.get())) {
            jumpTo(seq);
        } else {
            begin(id, seq);
        }
        onOpen.run();
    }

    /** Closes the conversation. */
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

    /** Ends the use of this thread; deletions that could be undone are sent. */
    public void end() {
        deletions.flush();
    }

    /** Shows a message, loaded or not. */
    public void jumpTo(long seq) {
        window.jumpTo(seq, current());
        window.hear(current(), rows());
    }

    /** Requests the details of the conversation, because the heading was pressed. */
    public void openInfo() {
        tell(onInfo);
    }

    /** Requests a search in this conversation. */
    public void openSearch() {
        tell(onSearch);
    }

    /**
     * Sets the action that shows the details of a conversation.
     *
     * @param onInfo receives the id of the conversation
     */
    public void onInfo(Consumer<String> onInfo) {
        this.onInfo = onInfo;
    }

    /**
     * Sets the action that searches a conversation.
     *
     * @param onSearch receives the id of the conversation
     */
    public void onSearch(Consumer<String> onSearch) {
        this.onSearch = onSearch;
    }

    /**
     * Sets the action after the open conversation went away by itself.
     *
     * @param onGone receives its title, and the text that was typed and not sent
     */
    public void onGone(BiConsumer<String, String> onGone) {
        this.onGone = onGone;
    }

    /** Sets the action after each request to open a conversation, also one that is open already. */
    void onOpen(Runnable onOpen) {
        this.onOpen = onOpen;
    }

    private void tell(Consumer<String> hook) {
        String id = conversationId.get();
        if (id != null) {
            hook.accept(id);
        }
    }

    /** Releases everything of the open conversation before anything of another is set. */
    private void leave() {
        deletions.flush();
        readTracker.begin();
        window.end();
        composer.switchTo(null, "");
        layout.begin();
        empty.set(false);
        known = false;
        String id = conversationId.get();
        if (id != null) {
            chat.conversation(id).close();
        }
    }

    private void afterSending() {
        layout.endUnread();
        window.toNewest(current());
    }

    /** Shows the conversation as it is now, for example because a picture has arrived. */
    public void refresh() {
        composer.show(state.getValue().readOnly());
        ConversationView conversation = current();
        if (conversation == null) {
            if (known) {
                gone();
            }
            return;
        }
        known = true;
        heading.show(conversation, state.getValue());
        composer.hear(conversation.draft());
        layOut();
        window.hear(conversation, rows());
        readTracker.mark();
    }

    /** Closes a conversation that is no longer there, for example because this person left it on another device. */
    private void gone() {
        String title = heading.title().get();
        String unsent = composer.unsent();
        close();
        onGone.accept(title, unsent);
    }

    private void layOut() {
        ConversationView conversation = current();
        if (conversation != null) {
            layout.show(conversation, state.getValue().me().accountId(), deletions.waiting());
            empty.set(rows().isEmpty());
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
