package coderbased.demo;

import coderbased.protocol.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The demo's steps as they are played: each is printed with its time, and all are kept for {@code story.json}.
 *
 * <p>After the first step that fails, the rest are not played and count as failed. Not thread-safe.
 */
final class Story {

    /** One step that was played, or would have been. */
    record Step(String name, boolean ok, long milliseconds) {}

    /** One thing that happens. */
    interface Action {
        void play() throws Exception;
    }

    private final List<Step> steps = new ArrayList<>();
    private boolean broken;
    private Action whenItBreaks = () -> {};

    /** Runs right after a failed step, for example to take a picture of the screen. */
    void whenItBreaks(Action look) {
        whenItBreaks = look;
    }

    /** Plays one step. */
    void step(String name, Action action) {
        long began = System.nanoTime();
        boolean ok = !broken && holds(name, action);
        broken |= !ok;
        Step step = new Step(name, ok, (System.nanoTime() - began) / 1_000_000);
        steps.add(step);
        System.out.printf("%s %6d ms  %s%n", ok ? "ok  " : "FAIL", step.milliseconds(), name);
    }

    /** True if every step passed and there was at least one. */
    boolean held() {
        return !steps.isEmpty() && steps.stream().allMatch(Step::ok);
    }

    /** Writes the steps as a JSON list. */
    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, Wire.write(steps) + System.lineSeparator());
    }

    /** Waits until {@code condition} holds, looking every 20 ms; fails after {@code seconds}. */
    static void until(String what, int seconds, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + seconds * 1_000_000_000L;
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("waited " + seconds + " s for: " + what);
            }
            Thread.sleep(20);
        }
    }

    private boolean holds(String name, Action action) {
        try {
            action.play();
            return true;
        } catch (Exception | AssertionError e) {
            System.out.println("     " + name + ": " + e);
            e.printStackTrace(System.err);
            lookAtIt();
            return false;
        }
    }

    private void lookAtIt() {
        try {
            whenItBreaks.play();
        } catch (Exception | AssertionError e) {
            System.out.println("     and no picture of it could be taken: " + e);
        }
    }
}
