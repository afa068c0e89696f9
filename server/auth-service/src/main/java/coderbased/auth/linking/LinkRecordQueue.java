package coderbased.auth.linking;

import coderbased.auth.session.LinkRecord;
import coderbased.auth.session.LinkRecords;
import coderbased.outage.OutageLog;
import coderbased.protocol.LinkEntry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queue of notes for the link histories. One thread writes them, in the order in which they came. What the database
 * does not take is tried again. Thread-safe.
 */
final class LinkRecordQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRecordQueue.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);
    private static final int MAX_WAITING = 10_000;
    static final int MAX_TRIES = 600;

    private final OutageLog outage =
            new OutageLog(LOG, "Writing link histories", OutageLog.Repeat.EVERY_MINUTE, System::nanoTime);

    private final LinkRecords records;
    private final Duration retryDelay;
    private final int maxWaiting;
    private final ScheduledThreadPoolExecutor pen = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("link-book").factory());

    /** Lines that are not written yet; used only by the writing thread. */
    private final Deque<Note> waiting = new ArrayDeque<>();

    /** Timed tries of the first one that failed. */
    private int failures;

    private boolean retryDue;

    /** @param doubtful true if the lines may be written already */
    record Note(String accountId, List<LinkRecord> lines, boolean doubtful) {

        Note and(Note later) {
            return new Note(
                    accountId,
                    Stream.concat(lines.stream(), later.lines().stream()).toList(),
                    doubtful);
        }
    }

    LinkRecordQueue(LinkRecords records) {
        this(records, RETRY_DELAY, MAX_WAITING);
    }

    /** @param maxWaiting notes that are kept while the database does not take them; later ones are lost */
    LinkRecordQueue(LinkRecords records, Duration retryDelay, int maxWaiting) {
        this.records = records;
        this.retryDelay = retryDelay;
        this.maxWaiting = maxWaiting;
    }

    /** Adds a note; returns at once. */
    void add(Note note) {
        execute(() -> take(note), note.lines().size());
    }

    /** Runs a task after what was added before; returns at once. */
    void then(Runnable task) {
        execute(task, 0);
    }

    /**
     * Returns once what was added before is written, or the database does not take it now. Blocks for some seconds at
     * most.
     */
    void awaitWritten() {
        try {
            pen.submit(() -> {}).get(WRITE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The server stops; only what is stored by now is read");
        } catch (TimeoutException e) {
            outage.failed("waiting", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pen.shutdown();
        try {
            if (!pen.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS) || !waiting.isEmpty()) {
                LOG.warn("The last lines of link histories could not be written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param lines the number of lines that are lost if the server stops */
    private void execute(Runnable task, int lines) {
        try {
            pen.execute(task);
        } catch (RejectedExecutionException _) {
            if (lines > 0) {
                LOG.warn("The server stops; {} lines of a link history are lost", lines);
            }
        }
    }

    private void take(Note note) {
        if (waiting.size() >= maxWaiting) {
            outage.failed("lines are lost, because too many wait to be written");
            return;
        }
        waiting.add(note);
        writeWaiting();
    }

    private void writeWaiting() {
        while (!waiting.isEmpty()) {
            try {
                write(waiting.getFirst());
                outage.works();
            } catch (RuntimeException | Error e) {
                outage.failed(e);
                if (!giveUp()) {
                    return;
                }
            }
            waiting.removeFirst();
            failures = 0;
        }
    }

    private void write(Note note) {
        if ((failures == 0 && !note.doubtful()) || !isWritten(note)) {
            records.add(note.accountId(), note.lines());
        }
    }

    /** True if a try that seemed to fail was on disk. */
    private boolean isWritten(Note note) {
        List<LinkEntry> last = records.newest(note.accountId(), note.lines().size());
        return last.size() == note.lines().size()
                && isSame(last.getLast(), note.lines().getLast());
    }

    private static boolean isSame(LinkEntry written, LinkRecord noted) {
        return written.at().toEpochMilli() == noted.at().toEpochMilli()
                && written.what() == noted.what()
                && written.linkId().equals(noted.linkId());
    }

    /**
     * Notes that the first one could not be written. True if it is not tried again. Each new line is a try, too; only
     * those that the clock causes count, so that many lines do not use them up.
     */
    private boolean giveUp() {
        if (failures == 0 || !retryDue) {
            failures++;
        }
        if (failures >= MAX_TRIES) {
            LOG.error("Lines of a link history are lost: they could not be written");
            return true;
        }
        if (!retryDue) {
            scheduleRetry();
        }
        return false;
    }

    private void scheduleRetry() {
        try {
            pen.schedule(this::retry, retryDelay.toMillis(), TimeUnit.MILLISECONDS);
            retryDue = true;
        } catch (RejectedExecutionException _) {
            LOG.debug("The server stops; nothing is tried again");
        }
    }

    private void retry() {
        retryDue = false;
        writeWaiting();
    }
}
