package coderbased.bus;

import coderbased.outage.OutageLog;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Liveness of the other nodes. Each sends a sign of life at intervals, and a farewell when it stops in order. A node
 * that has been silent for some time is gone.
 *
 * <p>A node that goes without a farewell was killed, perhaps between a commit and its announcement. Thread-safe;
 * listeners are called outside the lock.
 */
final class NodeLives implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NodeLives.class);
    private static final String CHANNEL = "alive";

    private final OutageLog beats = new OutageLog(
            LOG, "Telling other nodes that this one is alive", OutageLog.Repeat.EVERY_MINUTE, System::nanoTime);
    private final RedisBus bus;
    private final Duration silence;
    private final Map<String, Heard> others = new HashMap<>();
    private final List<Runnable> onCome = new CopyOnWriteArrayList<>();
    private final List<Runnable> onKill = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> onGo = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("bus-heart").factory());

    NodeLives(RedisBus bus, BusPace pace) {
        this.bus = bus;
        this.silence = pace.silence();
        bus.hear(CHANNEL, Life.class, this::hear);
        bus.onReturn(this::sayAlive);
        // Without the log, the executor would drop a task that throws, and every node would seem silent.
        heart.scheduleWithFixedDelay(() -> beats.run(this::beat), 0, pace.beat().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The messages of nodes about themselves. */
    sealed interface Life {}

    /** A node is alive. */
    record Alive(String node) implements Life {}

    /** A node stops, and has announced everything that it stored. */
    record Left(String node) implements Life {}

    /**
     * The last sign of a node.
     *
     * @param nanos its time, by {@link System#nanoTime}
     * @param left true if the node said farewell
     */
    private record Heard(long nanos, boolean left) {}

    /** Runs {@code task} when a new node, or one that was silent, sends a sign. */
    void onCome(Runnable task) {
        onCome.add(task);
    }

    /** Tells {@code listener} of each node that is gone. */
    void onGo(Consumer<String> listener) {
        onGo.add(listener);
    }

    /** Runs {@code task} when nodes are gone without a farewell. */
    void onKill(Runnable task) {
        onKill.add(task);
    }

    /** Records a sign of a node's life. */
    void heard(String node) {
        boolean isNew;
        synchronized (this) {
            Heard before = others.get(node);
            others.put(node, new Heard(System.nanoTime(), before != null && before.left()));
            isNew = before == null;
        }
        if (isNew) {
            // Answers at once, so that the other node knows this one however soon this one stops.
            sayAlive();
            onCome.forEach(Runnable::run);
        }
    }

    /** Sends a farewell: this node stops and has announced everything that it stored. */
    void leave() {
        bus.say(CHANNEL, new Left(bus.nodeId()));
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }

    private void hear(Life life) {
        switch (life) {
            case Alive alive -> heard(alive.node());
            case Left left -> {
                synchronized (this) {
                    others.put(left.node(), new Heard(System.nanoTime(), true));
                }
            }
        }
    }

    private void sayAlive() {
        bus.say(CHANNEL, new Alive(bus.nodeId()));
    }

    private void beat() {
        sayAlive();
        forgetSilent();
    }

    private void forgetSilent() {
        Map<String, Heard> gone = silent();
        try {
            tellOf(gone);
        } catch (RuntimeException | Error e) {
            // Whoever was not told is told at the next beat.
            remember(gone);
            throw e;
        }
    }

    private void tellOf(Map<String, Heard> gone) {
        if (gone.values().stream().anyMatch(heard -> !heard.left())) {
            onKill.forEach(Runnable::run);
        }
        gone.keySet().forEach(node -> onGo.forEach(listener -> listener.accept(node)));
    }

    private synchronized void remember(Map<String, Heard> gone) {
        gone.forEach(others::putIfAbsent);
    }

    private synchronized Map<String, Heard> silent() {
        long now = System.nanoTime();
        Map<String, Heard> silent = new HashMap<>(others);
        silent.values().removeIf(heard -> now - heard.nanos() <= silence.toNanos());
        others.keySet().removeAll(silent.keySet());
        return silent;
    }
}
