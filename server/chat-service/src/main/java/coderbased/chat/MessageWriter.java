package coderbased.chat;

import coderbased.outage.Outage;
import coderbased.outage.RequestRejected;
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
 * The only writer of the {@link ChatStore}.
 *
 * <p>An fsync costs about a millisecond, for one message or five hundred. So one thread takes all writes that have
 * gathered during the last transaction, commits them as the next one, and only then answers: first the asking device,
 * then everybody else who has to be told. Because it is one thread, all devices are told a conversation's messages in
 * the order of their numbers.
 *
 * <p>Writes that a failed or an earlier commit may have stored without an announcement are announced again, see {@link
 * UnannouncedWrites}.
 *
 * <p>The queue is bounded: if storage cannot keep up, devices wait a little and are then told to try later.
 * Thread-safe.
 */
final class MessageWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);
    private static final int MAX_WAITING = 10_000;
    private static final int MAX_BATCH = 500;
    private static final int MAX_FAILURES_IN_A_ROW = 3;
    private static final Duration SUBMIT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RECALL_DELAY = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final ChatStore store;
    private final Clock clock;
    private final Consumer<ChatWritten> publisher;
    private final ChatMeter meter;
    private final UnannouncedWrites recalls = new UnannouncedWrites();
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>(MAX_WAITING);
    private final Thread thread = Thread.ofPlatform().name("chat-writer").unstarted(this::run);
    private volatile boolean closing;

    /** True if nothing of the last batch could be stored. Used by the writer's thread. */
    private boolean isStoreAway;

    /** A receiver of the result of a write, called on the writer's thread: must return quickly. */
    interface Answer {

        /** Learns that the write is on disk. */
        void written(ChatWritten result);

        /** Learns that the write is not on disk; it may be tried again. */
        void failed();
    }

    /** Ignores the result: the change is announced to everybody it concerns. */
    static final Answer NO_ANSWER = new Answer() {
        @Override
        public void written(ChatWritten result) {}

        @Override
        public void failed() {}
    };

    /** The end of an attempt to store. */
    private enum Outcome {
        STORED,
        /** Storage cannot hold it, now or later. */
        NEVER,
        NOT_NOW
    }

    private record Order(ChatWrite write, Answer answer, WriteSequence sequence) {}

    /** @param publisher told of every change once it is on disk, in the order of the commits; must return quickly */
    MessageWriter(ChatStore store, Clock clock, Consumer<ChatWritten> publisher, ChatMeter meter) {
        this.store = store;
        this.clock = clock;
        this.publisher = publisher;
        this.meter = meter;
    }

    void start() {
        thread.start();
    }

    /** Takes an independent write, waiting a little for room. {@code answer} is always called, once. */
    void submit(ChatWrite write, Answer answer) throws InterruptedException {
        submit(write, answer, new WriteSequence());
    }

    /** Takes a write that is stored only if all earlier writes of its sequence were. */
    void submit(ChatWrite write, Answer answer, WriteSequence sequence) throws InterruptedException {
        Order order = new Order(write, answer, sequence);
        if (closing || !orders.offer(order, SUBMIT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
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
            thread.join(CLOSE_TIMEOUT);
        } catch (InterruptedException _) {
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

    /** Answers writes that were submitted while the last one was finished. */
    private void refuseTheRest() {
        List<Order> rest = new ArrayList<>();
        orders.drainTo(rest);
        rest.forEach(MessageWriter::fail);
    }

    /** Waits for work; false once there is none and none will come. */
    private boolean gather(List<Order> batch) {
        try {
            if (!closing) {
                await(batch);
            }
        } catch (InterruptedException _) {
            LOG.debug("Finishing the last writes");
        }
        orders.drainTo(batch, MAX_BATCH - batch.size());
        return !batch.isEmpty() || !closing;
    }

    /** Waits for a write, but not for long if something has to be announced again. */
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
        if (batch.isEmpty()) {
            return;
        }
        Outcome whole = stored(batch);
        if (whole == Outcome.STORED) {
            return;
        }
        // Tries each alone: one that cannot be stored must not fail the others. If several in a row fail, the storage
        // is away.
        int failed = 0;
        for (Order order : batch) {
            if (followsWhatFailed(order)) {
                continue;
            }
            Outcome alone = batch.size() == 1
                    ? whole
                    : failed < MAX_FAILURES_IN_A_ROW ? stored(List.of(order)) : Outcome.NOT_NOW;
            failed = alone == Outcome.NOT_NOW ? failed + 1 : 0;
            switch (alone) {
                case STORED -> {}
                case NEVER -> tell(order, new ChatWritten.Refused(RefusalReason.NOT_STORABLE, null));
                case NOT_NOW -> fail(order);
            }
        }
    }

    private boolean followsWhatFailed(Order order) {
        boolean torn = order.sequence().isTorn();
        if (torn) {
            fail(order);
        }
        return torn;
    }

    private static void fail(Order order) {
        order.sequence().tear();
        attempt(
                "Could not refuse a change; the device will ask again",
                () -> order.answer().failed());
    }

    /** Commits these and tells the results. */
    private Outcome stored(List<Order> batch) {
        List<ChatWritten> results;
        try {
            results = store.commit(
                    batch.stream().map(Order::write).toList(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        } catch (RuntimeException | Error e) {
            if (!Outage.isLogged(e)) {
                LOG.error("Could not store {} chat writes; the senders are told", batch.size(), e);
            }
            if (e instanceof RequestRejected) {
                isStoreAway = false;
                return Outcome.NEVER;
            }
            batch.forEach(order -> recalls.uncertain(order.write()));
            return Outcome.NOT_NOW;
        }
        isStoreAway = false;
        recalls.stored();
        meter.committed(batch.size(), (int)
                results.stream().filter(ChatWritten.Stored.class::isInstance).count());
        for (int i = 0; i < batch.size(); i++) {
            tell(batch.get(i), results.get(i));
            recalls.answered(batch.get(i).write(), results.get(i));
        }
        return Outcome.STORED;
    }

    /** Announces again what may be on disk without an announcement. */
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

    /** Answers, then announces even if answering failed. Neither may read the store, because other writes wait. */
    private void tell(Order order, ChatWritten result) {
        attempt(
                "Could not answer a stored change; the device will ask again",
                () -> order.answer().written(result));
        if (!announce(result)) {
            recalls.uncertain(order.write());
        }
    }

    /** True if every stored change was announced. */
    boolean isFinished() {
        return !thread.isAlive() && recalls.isEmpty();
    }

    private boolean announce(ChatWritten result) {
        return attempt("Could not announce a stored change; will retry", () -> publisher.accept(result));
    }

    /** Runs a step; false if it failed. */
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
