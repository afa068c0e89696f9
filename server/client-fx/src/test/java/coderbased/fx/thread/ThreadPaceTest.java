package coderbased.fx.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.ChatState;
import coderbased.client.chat.MessageView;
import coderbased.fx.FakeChat;
import coderbased.fx.FxThread;
import coderbased.fx.GroupPictures;
import coderbased.fx.Live;
import coderbased.fx.Pulses;
import coderbased.fx.Theme;
import coderbased.fx.ThemeChoice;
import coderbased.fx.Times;
import coderbased.testing.Deadlines;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A hundred messages a second while the user types. Measures time, so it is not one of the quick tests. */
@Tag("nightly")
class ThreadPaceTest {

    private static final int WINDOW = 500;
    private static final int MESSAGES = 500;
    private static final long BETWEEN_MILLIS = 10;
    private static final String TYPED = "the quick brown fox jumps over the lazy dog ".repeat(2);

    private final FakeChat chat = new FakeChat();
    private final Deque<MessageView> window = new ArrayDeque<>();
    private final Pulses pulses = new Pulses();
    private ThreadViewModel thread;
    private Stage stage;

    @Test
    void typingStaysSmoothWhileAHundredMessagesASecondArrive() throws Exception {
        FxToolkit.registerPrimaryStage();
        for (int i = 1; i <= WINDOW; i++) {
            arrive(i);
        }
        FxToolkit.setupFixture(() -> {
            Live<ChatState> state = new Live<>(chat.state(), chat::onState, pulses.counted());
            thread = new ThreadViewModel(
                    chat,
                    state.value(),
                    new Times(Threads.AT_ONE),
                    new GroupPictures(chat, FxThread.executor()),
                    FxThread.executor());
            stage = new Stage();
            stage.setScene(new Scene(new ThreadView(thread), 700, 700));
            new Theme(ThemeChoice.LIGHT).dress(stage.getScene());
            stage.show();
            thread.open("c-bob");
            pulses.watch(stage.getScene());
        });
        FxRobot robot = new FxRobot();
        TextArea composer = (TextArea) stage.getScene().lookup("#composer");
        robot.clickOn(composer);
        robot.write("x");
        typeWhileMessagesArrive(robot, WINDOW);
        System.out.println("just started: " + pulses.told());
        typeWhileMessagesArrive(robot, WINDOW + MESSAGES);
        System.out.println("a little later: " + pulses.told());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("x" + TYPED + TYPED, composer.getText());
        assertEquals(
                "message " + (WINDOW + 2 * MESSAGES),
                ((ThreadRow.Bubble) thread.rows().getLast()).text());
        assertTrue(pulses.count() > 0);
        assertTrue(pulses.late() * 10 < pulses.count(), pulses::told);
        FxToolkit.setupFixture(() -> stage.close());
    }

    private void typeWhileMessagesArrive(FxRobot robot, int from) throws Exception {
        AtomicInteger seq = new AtomicInteger(from);
        try (ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor()) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, pulses::forget);
            var sending = sender.scheduleAtFixedRate(
                    () -> {
                        if (seq.get() < from + MESSAGES) {
                            arrive(seq.incrementAndGet());
                        }
                    },
                    0,
                    BETWEEN_MILLIS,
                    TimeUnit.MILLISECONDS);
            robot.write(TYPED);
            WaitForAsyncUtils.waitFor(Deadlines.seconds(60), TimeUnit.SECONDS, () -> seq.get() == from + MESSAGES);
            sending.cancel(false);
        }
    }

    private void arrive(int i) {
        window.addLast(FakeChat.bobs(i, "message " + i));
        if (window.size() > WINDOW) {
            window.removeFirst();
        }
        chat.tell(FakeChat.withBob(0, true, window.toArray(MessageView[]::new)));
    }
}
