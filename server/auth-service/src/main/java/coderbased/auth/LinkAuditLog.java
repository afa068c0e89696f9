package coderbased.auth;

import coderbased.outage.OutageLog;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the link histories. Notes are taken where a link moves, under its lock, and are therefore queued: one thread writes
 * them, in the order in which things happened. Who reads waits for what was noted before.
 */
final class LinkAuditLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkAuditLog.class);
    private static final Duration LAST_MOMENT = Duration.ofSeconds(3);

    /** What cannot be written is lost. */
    private final OutageLog log =
            new OutageLog(LOG, "Writing link histories", OutageLog.Repeat.EVERY_MINUTE, System::nanoTime);

    private final LinkRecords records;
    private final ExecutorService pen = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("link-book").factory());

    LinkAuditLog(LinkRecords records) {
        this.records = records;
    }

    /** Notes what happened; returns at once. */
    void note(String accountId, List<LinkRecord> lines) {
        try {
            pen.execute(() -> write(accountId, lines));
        } catch (RejectedExecutionException stopping) {
            LOG.warn("The server stops; {} lines of a link history are lost", lines.size());
        }
    }

    /** The account's history as it is after everything that was noted here before. */
    LinkHistory read(String accountId) {
        try {
            pen.submit(() -> {}).get();
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The server stops; only what is stored by now is read");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new LinkHistory(records.newest(accountId, Protocol.LINK_HISTORY_LINES));
    }

    @Override
    public void close() {
        pen.shutdown();
        try {
            if (!pen.awaitTermination(LAST_MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The server stops; could not store the last lines of link histories");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(String accountId, List<LinkRecord> lines) {
        try {
            records.add(accountId, lines);
            log.works();
        } catch (RuntimeException | Error e) {
            log.failed(e);
        }
    }
}
