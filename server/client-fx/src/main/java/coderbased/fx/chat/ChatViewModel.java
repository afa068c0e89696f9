package coderbased.fx.chat;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ChatState;
import coderbased.client.chat.ConversationView;
import coderbased.fx.ClipboardText;
import coderbased.fx.Delay;
import coderbased.fx.FxThread;
import coderbased.fx.GroupPictures;
import coderbased.fx.Latest;
import coderbased.fx.Live;
import coderbased.fx.Times;
import coderbased.fx.ToastViewModel;
import coderbased.fx.list.ConversationActions;
import coderbased.fx.list.ConversationListViewModel;
import coderbased.fx.list.ConversationRowCache;
import coderbased.fx.list.InvitationsViewModel;
import coderbased.fx.list.SearchViewModel;
import coderbased.fx.thread.ThreadViewModel;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Chat of a signed-in device: the conversation list and the open thread.
 *
 * <p>Created when the session starts, closed when it ends. Used on the JavaFX thread.
 */
public final class ChatViewModel implements AutoCloseable {

    private final ChatTools tools;
    private final Live<ChatState> state;
    private final ToastViewModel toasts;
    private final ConversationListViewModel list;
    private final ThreadViewModel thread;
    private final ConversationRowCache rows;
    private final ObservableValue<Integer> unread;

    /** @param fx {@link FxThread#executor()}, or the caller's own thread in a test */
    public ChatViewModel(Chat chat, Executor fx, Clock clock) {
        this(chat, fx, FxThread.delay(), clock);
    }

    /** @param delay {@link FxThread#delay()}, or one that a test controls */
    public ChatViewModel(Chat chat, Executor fx, Delay delay, Clock clock) {
        Times times = new Times(clock);
        tools = new ChatTools(chat, fx, delay, clock, times, new GroupPictures(chat, fx));
        state = new Live<>(chat.state(), chat::onState, fx);
        toasts = new ToastViewModel(delay);
        thread = new ThreadViewModel(chat, state.value(), times, tools.pictures(), fx);
        rows = new ConversationRowCache(times, clock, tools.pictures());
        list = new ConversationListViewModel(
                state.value(),
                rows,
                new SearchViewModel(chat, times, fx, delay),
                new ConversationActions(chat, clock, toasts),
                new InvitationsViewModel(chat, fx));
        unread = state.value().map(this::countUnread);
        list.onOpen(this::open);
        list.onFound(this::openAt);
        list.onBegin(this::openWith);
        tools.pictures().onArrived(() -> {
            list.refresh();
            thread.refresh();
        });
        thread.onSearch(list::searchIn);
        thread.onGone(this::sayGone);
        thread.conversationId().subscribe(list::showOpen);
    }

    /** Returns the conversation list. */
    public ConversationListViewModel list() {
        return list;
    }

    /** Returns the open thread. */
    public ThreadViewModel thread() {
        return thread;
    }

    /** Returns the messages about actions that can be undone. */
    public ToastViewModel toasts() {
        return toasts;
    }

    /** Returns the state of the chat. */
    public ObservableValue<ChatState> state() {
        return state.value();
    }

    /** Returns the dependencies of the sheets over the chat. */
    public ChatTools tools() {
        return tools;
    }

    /**
     * Returns the number of unread messages in conversations that are neither muted nor archived, for a window's title.
     */
    public ObservableValue<Integer> unread() {
        return unread;
    }

    /** True if there is a conversation with that id. */
    public boolean knows(String conversationId) {
        return state.value().get().conversation(conversationId) != null;
    }

    /** True if the conversation is a group. */
    public boolean isGroup(String conversationId) {
        ConversationView conversation = state.value().get().conversation(conversationId);
        return conversation != null && conversation.group() != null;
    }

    /** Opens a conversation. */
    public void open(String conversationId) {
        thread.open(conversationId);
    }

    /** Opens a conversation at a message. */
    public void openAt(String conversationId, long seq) {
        thread.open(conversationId, seq);
    }

    /** Finds or creates the conversation with an account and opens it, unless another one was opened meanwhile. */
    public void openWith(String accountId) {
        String before = thread.conversationId().get();
        tools.chat().openWith(accountId).whenCompleteAsync((id, failure) -> answered(before, id, failure), tools.fx());
    }

    private void answered(@Nullable String before, @Nullable String opened, @Nullable Throwable failure) {
        if (failure != null) {
            toasts.say(Latest.sentence(failure));
        } else if (opened != null
                && Objects.equals(before, thread.conversationId().get())) {
            begun(opened);
        }
    }

    /** Opens a conversation that was just created or found. */
    public void begun(String conversationId) {
        list.search().set("");
        open(conversationId);
    }

    /** Opens the conversation {@code rowsOn} rows further down the list. */
    public void openNeighbour(int rowsOn) {
        openIfAny(list.neighbour(rowsOn));
    }

    /** Opens the conversation at a position of the list, from 0. */
    public void openPlace(int place) {
        openIfAny(list.at(place));
    }

    private void openIfAny(@Nullable String conversationId) {
        if (conversationId != null) {
            open(conversationId);
        }
    }

    private void sayGone(String title, String unsent) {
        String words = MESSAGES.text("chat.gone", "title", title);
        if (unsent.isBlank()) {
            toasts.say(words);
        } else {
            toasts.show(
                    words, new ToastViewModel.Action(MESSAGES.text("chat.gone.copy"), () -> ClipboardText.put(unsent)));
        }
    }

    private int countUnread(ChatState picture) {
        return picture.conversations().stream()
                .filter(c -> !c.settings().archived() && !rows.isMuted(c))
                .mapToInt(ConversationView::unread)
                .sum();
    }

    /** Stops listening; the session continues. */
    @Override
    public void close() {
        thread.end();
        state.close();
    }
}
