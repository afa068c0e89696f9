package coderbased.fx;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;

/**
 * Meter of the JavaFX thread's work per frame: updating rows, styles and layout. It counts the thread's own CPU time,
 * so neither a busy machine nor the headless platform's painting distorts it.
 */
public final class Pulses {

    private static final long LATE = TimeUnit.MILLISECONDS.toNanos(32);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Long> works = new ArrayList<>();
    private final Runnable begins = this::begin;
    private final Runnable ends = this::end;
    private long began;
    private long updating;

    public void watch(Scene scene) {
        scene.addPreLayoutPulseListener(begins);
        scene.addPostLayoutPulseListener(ends);
    }

    /** Returns the JavaFX thread as an executor whose time is counted. */
    public Executor counted() {
        return task -> FxThread.executor().execute(() -> {
            long from = threads.getCurrentThreadCpuTime();
            task.run();
            updating += threads.getCurrentThreadCpuTime() - from;
        });
    }

    public void forget() {
        works.clear();
    }

    private void begin() {
        began = threads.getCurrentThreadCpuTime();
    }

    private void end() {
        works.add(threads.getCurrentThreadCpuTime() - began + updating);
        updating = 0;
    }

    public int count() {
        return works.size();
    }

    public long late() {
        return works.stream().filter(t -> t > LATE).count();
    }

    public String told() {
        return works.size() + " pictures, " + late() + " of them over 32 ms of work; median " + at(0.5)
                + " ms, 95 of 100 within " + at(0.95) + " ms, 99 of 100 within " + at(0.99) + " ms";
    }

    private double at(double share) {
        long nanos = works.stream().sorted().toList().get((int) ((works.size() - 1) * share));
        return nanos / 100_000 / 10.0;
    }
}
