package coderbased.chat;

import coderbased.outage.Outage;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only way a change gets into the {@link ChatStore}.
 *
 * <p>An fsync costs about a millisecond, whether one message or five hundred go with it. So one thread takes whatever has
 * gathered while the last transaction ran, commits it as the next, and only then tells anybody: first who asked, then
 * everybody who has to hear of it. Because it is one thread, all devices hear a conversation's messages in the order of
 * their numbers.
 *
 * <p>What a failed commit or an earlier one may have stored without anybody having been told is announced again, see {@link
 * UnannouncedWrites}.
 *
 * <p>The queue is bounded: when storage cannot keep up, whoever talks waits a little and is then told to try later.
 * Thread-safe.
 */
final class MessageWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);
    private static final int WAITING = 10_000;
    private static final int TOGETHER = 500;
    private static final int GIVE_UP_AFTER = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration RECALL_DELAY = Duration.ofSeconds(1);
    private static final Duration LAST_WRITES = Duration.ofSeconds(5);

    private final ChatStore store;
    private final Clock clock;
    private final Consumer<ChatWritten> announcer;
    private final ChatMeter meter;
    private final UnannouncedWrites recalls = new UnannouncedWrites();
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>(WAITING);
    private final Thread thread = Thread.ofPlatform().name("chat-writer").unstarted(this::run);
    private volatile boolean closing;

    /** True if nothing of the last batch could be stored. Used by the writer's thread. */
    private boolean isStoreAway;

    /** Hears what became of a write, on the writer's thread: must return quickly. */
    interface Answer {

        /** It is on disk. */
        void written(ChatWritten result);

        /** It is not on disk, and may be tried again. */
        void failed();
    }

    /** Where nobody waits for an answer: what changed is heard by everybody it concerns. */
    static final Answer NO_ANSWER = new Answer() {
        @Override
        public void written(ChatWritten result) {}

        @Override
        public void failed() {}
    };

    private record Order(ChatWrite write, Answer answer, WriteSequence strand) {}

    /** @param announcer told of every change once it is on disk, in the order of the commits; must return quickly */
    MessageWriter(ChatStore store, Clock clock, Consumer<ChatWritten> announcer, ChatMeter meter) {
        this.store = store;
        this.clock = clock;
        this.announcer = announcer;
        this.meter = meter;
    }

    void start() {
        thread.start();
    }

    /** Takes a write that follows no other, waiting a little for room. {@code answer} is always called, once. */
    void submit(ChatWrite write, Answer answer) throws InterruptedException {
        submit(write, answer, new WriteSequence());
    }

    /** The same for a write that is stored only if all those of its strand are that were taken before. */
    void submit(ChatWrite write, Answer answer, WriteSequence strand) throws InterruptedException {
        Order order = new Order(write, answer, strand);
        if (closing || !orders.offer(order, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            fail(order);
        } else if (thread.getState() == Thread.State.TERMINATED) {
            refuseTheRest();
        }
    }

    /** Takes no more writes, finishes those it has, then returns. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join(LAST_WRITES);
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Order> batch = new ArrayList<>();
        while (gather(batch)) {
            isStoreAway = !batch.isEmpty();
            attempt("Could not store changes", () -> commit(batch));
            batch.clear();
            if (!isStoreAway) {
                attempt("Could not announce stored changes again; will retry", this::recall);
            }
        }
        refuseTheRest();
    }

    /** Whoever submitted while the last write was finished is answered too. */
    private void refuseTheRest() {
        List<Order> rest = new ArrayList<>();
        orders.drainTo(rest);
        rest.forEach(MessageWriter::fail);
    }

    /** Waits for work; false once there is none and there will be none. */
    private boolean gather(List<Order> batch) {
        try {
            if (!closing) {
                await(batch);
            }
        } catch (InterruptedException closingNow) {
            LOG.debug("Finishing the last writes");
        }
        orders.drainTo(batch, TOGETHER - batch.size());
        return !batch.isEmpty() || !closing;
    }

    /** Waits for a write; not for long where something waits to be announced again. */
    private void await(List<Order> batch) throws InterruptedException {
        if (recalls.isEmpty()) {
            batch.add(orders.take());
            return;
        }
        Order order = orders.poll(RECALL_DELAY.toMillis(), TimeUnit.MILLISECONDS);
        if (order != null) {
            batch.add(order);
        }
    }

    private void commit(List<Order> batch) {
        batch.removeIf(this::followsWhatFailed);
        if (batch.isEmpty() || stored(batch)) {
            return;
        }
        // One that cannot be stored takes nobody else's with it. Where several in a row cannot, it is the storage.
        int failed = 0;
        for (Order order : batch) {
            if (followsWhatFailed(order)) {
                continue;
            }
            boolean good = failed < GIVE_UP_AFTER && batch.size() > 1 && stored(List.of(order));
            failed = good ? 0 : failed + 1;
            if (!good) {
                fail(order);
            }
        }
    }

    private boolean followsWhatFailed(Order order) {
        boolean torn = order.strand().isTorn();
        if (torn) {
            fail(order);
        }
        return torn;
    }

    private static void fail(Order order) {
        order.strand().tear();
        attempt(
                "Could not refuse a change; the device will ask again",
                () -> order.answer().failed());
    }

    /** Commits these and tells what became of them; false where nothing of them is on disk. */
    private boolean stored(List<Order> batch) {
        List<ChatWritten> results;
        try {
            results = store.commit(
                    batch.stream().map(Order::write).toList(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        } catch (RuntimeException | Error e) {
            if (!Outage.isLogged(e)) {
                LOG.error("Could not store {} chat writes; the senders are told", batch.size(), e);
            }
            batch.forEach(order -> recalls.uncertain(order.write()));
            return false;
        }
        isStoreAway = false;
        recalls.stored();
        meter.committed(batch.size(), (int)
                results.stream().filter(ChatWritten.Said.class::isInstance).count());
        for (int i = 0; i < batch.size(); i++) {
            tell(batch.get(i), results.get(i));
            recalls.answered(batch.get(i).write(), results.get(i));
        }
        return true;
    }

    /** Announces again what may be on disk without anybody having been told. */
    private void recall() {
        if (recalls.isEmpty()) {
            return;
        }
        List<ChatWrite.Recall> next = recalls.next();
        List<ChatWritten> results;
        try {
            results = store.commit(List.copyOf(next), clock.instant());
        } catch (RuntimeException | Error e) {
            if (!Outage.isLogged(e)) {
                LOG.warn("Could not read {} stored changes to announce them again; will retry", next.size(), e);
            }
            recalls.failed(next);
            return;
        }
        List<ChatWrite.Recall> told = new ArrayList<>();
        for (int i = 0; i < next.size(); i++) {
            if (announce(results.get(i))) {
                told.add(next.get(i));
            } else {
                recalls.untold(next.get(i));
            }
        }
        recalls.done(told);
    }

    /** Answers, and announces whether or not the answer could be given. Neither reads from the store: others wait. */
    private void tell(Order order, ChatWritten result) {
        attempt(
                "Could not answer a stored change; the device will ask again",
                () -> order.answer().written(result));
        if (!announce(result)) {
            recalls.uncertain(order.write());
        }
    }

    /** True if nothing is stored any more of which somebody has not been told. */
    boolean isFinished() {
        return !thread.isAlive() && recalls.isEmpty();
    }

    private boolean announce(ChatWritten result) {
        return attempt("Could not announce a stored change; will retry", () -> announcer.accept(result));
    }

    /** False if it failed. */
    private static boolean attempt(String failure, Runnable telling) {
        try {
            telling.run();
            return true;
        } catch (RuntimeException | Error e) {
            if (!Outage.isLogged(e)) {
                LOG.warn(failure, e);
            }
            return false;
        }
    }
}
