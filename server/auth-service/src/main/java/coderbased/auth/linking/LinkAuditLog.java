package coderbased.auth.linking;

import coderbased.audit.SecurityEvent;
import coderbased.audit.SecurityLog;
import coderbased.auth.session.LinkRecord;
import coderbased.auth.session.LinkRecords;
import coderbased.outage.OutageLog;
import coderbased.protocol.LinkEntry;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.Protocol;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writer of the link histories. Notes are taken within the step of a link, where nothing may block. The lines of a link
 * under way are held until it is decided: they are stored in one transaction with its session, or noted with its end.
 * Notes are queued: one thread writes them, in the order in which things happened. What the database does not take is
 * tried again.
 *
 * <p>A kill loses what is held or queued. A link that is not decided ends with its node, so no session lacks its lines.
 * Whoever tells a phone how its answer ended a link {@link #awaitWritten waits} for the note first. A reader of this
 * node finds held lines, too. Thread-safe.
 */
public final class LinkAuditLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkAuditLog.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);
    private static final int MAX_WAITING = 10_000;
    static final int MAX_TRIES = 600;

    private final OutageLog outage =
            new OutageLog(LOG, "Writing link histories", OutageLog.Repeat.EVERY_MINUTE, System::nanoTime);

    private final LinkRecords records;
    private final SecurityLog log;
    private final Duration retryDelay;
    private final int maxWaiting;
    private final ScheduledThreadPoolExecutor pen = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("link-book").factory());

    /** The lines of links that are not decided, by link. As many as there are claimed codes. */
    private final Map<String, Note> held = new ConcurrentHashMap<>();

    /** Lines that are not written yet; used only by the writing thread. */
    private final Deque<Note> waiting = new ArrayDeque<>();

    /** Timed tries of the first one that failed. */
    private int failures;

    private boolean retryDue;

    /** @param doubtful true if the lines may be written already */
    private record Note(String accountId, List<LinkRecord> lines, boolean doubtful) {

        Note and(Note later) {
            return new Note(
                    accountId,
                    Stream.concat(lines.stream(), later.lines().stream()).toList(),
                    doubtful);
        }
    }

    public LinkAuditLog(LinkRecords records, SecurityLog log) {
        this(records, log, RETRY_DELAY, MAX_WAITING);
    }

    /** @param maxWaiting notes that are kept while the database does not take them; later ones are lost */
    LinkAuditLog(LinkRecords records, SecurityLog log, Duration retryDelay, int maxWaiting) {
        this.records = records;
        this.log = log;
        this.retryDelay = retryDelay;
        this.maxWaiting = maxWaiting;
    }

    /** Notes the next lines of a link that is not decided yet; returns at once. */
    void hold(String accountId, List<LinkRecord> lines) {
        held.merge(lines.getFirst().linkId(), new Note(accountId, lines, false), Note::and);
        log(accountId, lines);
    }

    /** Notes what happened, and what was held of that link before; returns at once. */
    void note(String accountId, List<LinkRecord> lines) {
        Note last = new Note(accountId, lines, false);
        Note before = held.remove(lines.getFirst().linkId());
        queue(before == null ? last : before.and(last));
        log(accountId, lines);
    }

    /**
     * Lets {@code work} store what is held of a link in its own transaction. What it does not store is noted. Blocks.
     *
     * @param stored true for a result that tells that the lines are stored
     */
    <T> T storing(String linkId, Function<List<LinkRecord>, T> work, Predicate<T> stored) {
        Note lines = held.remove(linkId);
        // A reader may have had the first of them noted.
        awaitWritten();
        boolean isStored = false;
        try {
            T result = work.apply(lines == null ? List.of() : lines.lines());
            isStored = stored.test(result);
            return result;
        } finally {
            if (lines != null && !isStored) {
                queue(new Note(lines.accountId(), lines.lines(), true));
            }
        }
    }

    /** Logs lines that are stored by somebody else; returns at once. */
    void log(String accountId, List<LinkRecord> lines) {
        execute(() -> lines.forEach(line -> log(accountId, line)), 0);
    }

    /**
     * Returns once what was noted before is written, or the database does not take it now. Blocks for some seconds at
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

    /** The account's history as it is after everything that was held or noted here before. */
    LinkHistory read(String accountId) {
        queueHeld(note -> note.accountId().equals(accountId));
        awaitWritten();
        return new LinkHistory(records.newest(accountId, Protocol.LINK_HISTORY_LINES));
    }

    @Override
    public void close() {
        queueHeld(_ -> true);
        pen.shutdown();
        try {
            if (!pen.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS) || !waiting.isEmpty()) {
                LOG.warn("The last lines of link histories could not be written");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void queueHeld(Predicate<Note> which) {
        held.forEach((link, note) -> {
            if (which.test(note) && held.remove(link, note)) {
                queue(note);
            }
        });
    }

    private void queue(Note note) {
        execute(() -> take(note), note.lines().size());
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

    private void log(String accountId, LinkRecord line) {
        String link = line.linkId();
        String device = line.device().name();
        String address = line.address();
        switch (line.what()) {
            case SHOWN -> {}
            case SCANNED -> log.note(SecurityEvent.LINK_CLAIMED, accountId, link, device, address);
            case APPROVED -> log.note(SecurityEvent.LINK_APPROVED, accountId, link, device, address);
            case LINKED -> log.note(SecurityEvent.LINK_COMPLETED, accountId, link, device, address);
            case DENIED -> log.note(SecurityEvent.LINK_DENIED, accountId, link, device, address);
            case CONFIRMED, DISOWNED ->
                log.note(SecurityEvent.LINK_ANSWERED, accountId, link, line.what(), device, address);
            case CANCELLED, EXPIRED, WRONG_NUMBER, DESKTOP_GONE, LIMIT, PHONE_LOGGED_OUT ->
                log.note(SecurityEvent.LINK_ENDED, accountId, link, line.what(), device, address);
        }
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
