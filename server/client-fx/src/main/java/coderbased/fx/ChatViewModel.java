package coderbased.fx;

import coderbased.client.Chat;
import coderbased.client.ChatState;
import java.time.Clock;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;

/**
 * The chat of a signed-in device: the list on one side, one thread on the other.
 *
 * <p>Made when the session begins, closed when it ends. Use on the JavaFX thread.
 */
public final class ChatViewModel implements AutoCloseable {

    private final Live<ChatState> state;
    private final ConversationListViewModel list;
    private final ThreadViewModel thread;
    private final ObservableValue<Boolean> catchingUp;
    private final ObservableValue<Integer> unread;

    /** @param fx {@link FxThread#executor()}, or the caller's own thread in a test */
    public ChatViewModel(Chat chat, Executor fx, Clock clock) {
        Times times = new Times(clock);
        state = new Live<>(chat.state(), chat::onState, fx);
        thread = new ThreadViewModel(chat, state.value(), times, fx);
        list = new ConversationListViewModel(state.value(), times);
        catchingUp = state.value().map(picture -> !picture.caughtUp());
        unread = state.value().map(ChatViewModel::countUnread);
        list.onOpen(thread::open);
        list.onBegin(accountId -> chat.openWith(accountId)
                .thenAcceptAsync(
                        id -> {
                            list.search().set("");
                            list.endNewChat();
                            thread.open(id);
                        },
                        fx));
        list.onFind(words -> chat.findPeople(words).thenAcceptAsync(list::showPeople, fx));
        thread.conversationId().subscribe(list::showOpen);
    }

    /** The conversation list. */
    public ConversationListViewModel list() {
        return list;
    }

    /** The open thread. */
    public ThreadViewModel thread() {
        return thread;
    }

    /** Whether missed messages are still on their way here. */
    public ObservableValue<Boolean> catchingUp() {
        return catchingUp;
    }

    /** Unread messages of all conversations, for a window's title. */
    public ObservableValue<Integer> unread() {
        return unread;
    }

    private static int countUnread(ChatState picture) {
        return picture.conversations().stream().mapToInt(c -> c.unread()).sum();
    }

    /** Stops listening. The session goes on. */
    @Override
    public void close() {
        state.close();
    }
}
