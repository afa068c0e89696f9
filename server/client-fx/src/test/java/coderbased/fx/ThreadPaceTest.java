package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.Line;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A hundred messages a second come in while somebody types. */
class ThreadPaceTest {

    private static final int WINDOW = 500;
    private static final int MESSAGES = 500;
    private static final long BETWEEN_MILLIS = 10;
    private static final String TYPED = "the quick brown fox jumps over the lazy dog ".repeat(2);

    private final FakeChat chat = new FakeChat();
    private final Deque<Line> window = new ArrayDeque<>();
    private ThreadViewModel thread;
    private Stage stage;

    @Test
    void typingStaysSmoothWhileAHundredMessagesASecondArrive() throws Exception {
        FxToolkit.registerPrimaryStage();
        for (int i = 1; i <= WINDOW; i++) {
            arrive(i);
        }
        FxToolkit.setupFixture(() -> {
            thread = new ChatViewModel(chat, FxThread.executor(), Threads.AT_ONE).thread();
            stage = new Stage();
            stage.setScene(new Scene(new ThreadView(thread), 700, 700));
            new Theme(ThemeChoice.LIGHT).dress(stage.getScene());
            stage.show();
            thread.open("c-bob");
        });
        FxRobot robot = new FxRobot();
        TextArea composer = (TextArea) stage.getScene().lookup("#composer");
        robot.clickOn(composer);
        robot.write("x");
        Pulses pulses = new Pulses();
        AtomicInteger seq = new AtomicInteger(WINDOW);
        try (ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor()) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, pulses::start);
            var sending = sender.scheduleAtFixedRate(
                    () -> {
                        if (seq.get() < WINDOW + MESSAGES) {
                            arrive(seq.incrementAndGet());
                        }
                    },
                    0,
                    BETWEEN_MILLIS,
                    TimeUnit.MILLISECONDS);
            robot.write(TYPED);
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> seq.get() == WINDOW + MESSAGES);
            sending.cancel(false);
        }
        WaitForAsyncUtils.waitForAsyncFx(10_000, pulses::stop);
        System.out.println(pulses.told());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals("x" + TYPED, composer.getText());
        assertEquals("message " + (WINDOW + MESSAGES), ((ThreadRow.Bubble) thread.rows().getLast()).text());
        assertTrue(pulses.count() > 0);
        FxToolkit.setupFixture(() -> stage.close());
    }

    private void arrive(int i) {
        window.addLast(FakeChat.bobs(i, "message " + i));
        if (window.size() > WINDOW) {
            window.removeFirst();
        }
        chat.tell(FakeChat.withBob(0, true, window.toArray(Line[]::new)));
    }

    /** How long each picture took the JavaFX thread: by the clock, and by its own work, which a busy machine does not change. */
    private static final class Pulses extends AnimationTimer {

        private static final long LATE = TimeUnit.MILLISECONDS.toNanos(32);

        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final List<Long> gaps = new ArrayList<>();
        private final List<Long> works = new ArrayList<>();
        private long before;
        private long workBefore;

        @Override
        public void handle(long now) {
            long work = threads.getCurrentThreadCpuTime();
            if (before != 0) {
                gaps.add(now - before);
                works.add(work - workBefore);
            }
            before = now;
            workBefore = work;
        }

        int count() {
            return gaps.size();
        }

        String told() {
            return gaps.size() + " pulses; over 32 ms by the clock: " + late(gaps) + ", by own work: " + late(works)
                    + "; own work median " + at(works, 0.5) + " ms, 99 of 100 within " + at(works, 0.99) + " ms";
        }

        private static long late(List<Long> times) {
            return times.stream().filter(t -> t > LATE).count();
        }

        private static double at(List<Long> times, double share) {
            long nanos = times.stream().sorted().toList().get((int) ((times.size() - 1) * share));
            return nanos / 100_000 / 10.0;
        }
    }
}
