package coderbased.fx.thread;

import coderbased.fx.Errand;
import coderbased.fx.FakeChat;
import coderbased.fx.GroupPictures;
import coderbased.fx.Live;
import coderbased.fx.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** ViewModels of threads for tests: everything happens at once, on the test's own thread. */
public final class Threads {

    public static final Clock AT_ONE = Clock.fixed(FakeChat.NOON.plus(Duration.ofHours(1)), ZoneOffset.UTC);

    private Threads() {}

    public static ThreadViewModel of(FakeChat chat) {
        return of(chat, new ArrayDeque<>());
    }

    /** @param afterUndo tasks to run once the time to undo is over */
    static ThreadViewModel of(FakeChat chat, Queue<Runnable> afterUndo) {
        return of(chat, afterUndo, Runnable::run);
    }

    /** @param answers runs what follows an answer of the server */
    static ThreadViewModel of(FakeChat chat, Queue<Runnable> afterUndo, Executor answers) {
        Live<coderbased.client.chat.ChatState> state = new Live<>(chat.state(), chat::onState, Runnable::run);
        Errand errand = new Errand(Runnable::run, answers);
        return new ThreadViewModel(
                chat, state.value(), new Times(AT_ONE), new GroupPictures(chat, Runnable::run), errand, afterUndo::add);
    }

    /** Returns the bubble with that number. */
    static ThreadRow.Bubble bubble(ThreadViewModel thread, long seq) {
        return thread.rows().stream()
                .filter(row -> row instanceof ThreadRow.Bubble bubble && bubble.seq() == seq)
                .map(ThreadRow.Bubble.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
