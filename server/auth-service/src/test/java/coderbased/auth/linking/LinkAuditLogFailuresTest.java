package coderbased.auth.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import coderbased.audit.SecurityLog;
import coderbased.auth.session.AuthStoreDown;
import coderbased.auth.session.LinkRecord;
import coderbased.auth.session.LinkRecords;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.LinkEntry;
import coderbased.protocol.LinkEntry.What;
import coderbased.protocol.LinkHistory;
import coderbased.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Link histories while the database is away, and when the server stops. */
final class LinkAuditLogFailuresTest {

    private static final int MAX_WAITING = 100;
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration SOON = Duration.ofMillis(200);
    private static final DeviceFacts PC = new DeviceFacts("PC", "Desktop", "Os");

    private final Shelf shelf = new Shelf();
    private final Logger logger = (Logger) LoggerFactory.getLogger(LinkRecordQueue.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(logged);
    }

    @Test
    void asManyLinesAsFitAreKeptDuringAnOutage() {
        LinkAuditLog log = log(SOON);
        shelf.away = true;
        note(log, MAX_WAITING + 1);
        log.awaitWritten();
        shelf.away = false;
        Eventually.holds("all lines are written", () -> shelf.links().size() >= MAX_WAITING);
        log.close();
        assertEquals(IntStream.range(0, MAX_WAITING).mapToObj(i -> "link " + i).toList(), shelf.links());
    }

    @Test
    void aLineThatTheDatabaseNeverTakesIsGivenUp() {
        shelf.refused = "link 0";
        LinkAuditLog log = log(AT_ONCE);
        note(log, 1);
        Eventually.holds("it is tried often enough", () -> shelf.refusals >= LinkRecordQueue.MAX_TRIES);
        log.note("ada", List.of(line(NOW, What.SHOWN, "link 1")));
        log.awaitWritten();
        log.close();
        assertEquals(List.of("link 1"), shelf.links());
        assertEquals(LinkRecordQueue.MAX_TRIES, shelf.refusals);
    }

    @ParameterizedTest
    @CsvSource({"1, SCANNED, link", "0, DENIED, link", "0, SCANNED, other"})
    void aFailedLineIsNotTakenForTheOneBeforeIt(long earlier, What what, String link) {
        try (LinkAuditLog log = log(AT_ONCE)) {
            log.note("ada", List.of(line(NOW.minusMillis(earlier), what, link)));
            log.awaitWritten();
            shelf.failsOnce = true;
            log.note("ada", List.of(line(NOW, What.SCANNED, "link")));
            Eventually.holds("both are written", () -> shelf.links().size() == 2);
            assertEquals("link", shelf.links().getLast());
        }
    }

    @Test
    void aStoppingServerWritesWhatIsQueued() throws Exception {
        LinkAuditLog log = log(NEVER);
        shelf.held = new CountDownLatch(1);
        note(log, 3);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(log::close);
        shelf.held.countDown();
        Eventually.answered(closing);
        List<String> all = List.of("link 0", "link 1", "link 2");
        Eventually.holds("all are written", () -> shelf.links().equals(all));
        note(log, 1);
        log.awaitWritten();
        assertEquals(3, log.read("ada").entries().size());
    }

    @Test
    void aStoppingServerWithoutLinesSaysNothing() {
        log(NEVER).close();
        assertEquals(List.of(), warnings());
    }

    @Test
    void aStoppingServerSaysThatLinesAreLost() {
        shelf.refused = "link 0";
        LinkAuditLog log = log(SOON);
        note(log, 1);
        log.close();
        assertEquals(List.of("The last lines of link histories could not be written"), warnings());
    }

    @Test
    void aReaderWaitsForWhatWasNotedBefore() throws Exception {
        try (LinkAuditLog log = log(NEVER)) {
            shelf.held = new CountDownLatch(1);
            note(log, 1);
            CompletableFuture<LinkHistory> read = CompletableFuture.supplyAsync(() -> log.read("ada"));
            assertThrows(TimeoutException.class, () -> read.get(200, TimeUnit.MILLISECONDS));
            shelf.held.countDown();
            assertEquals(1, Eventually.answered(read).entries().size());
        }
    }

    @Test
    void anInterruptedWaiterStaysInterrupted() {
        LinkAuditLog log = log(NEVER);
        shelf.held = new CountDownLatch(1);
        note(log, 1);
        Thread.currentThread().interrupt();
        log.awaitWritten();
        assertTrue(Thread.currentThread().isInterrupted());
        log.close();
        assertTrue(Thread.interrupted());
        assertFalse(shelf.links().contains("link 0"));
        shelf.held.countDown();
    }

    private LinkAuditLog log(Duration retryDelay) {
        return new LinkAuditLog(
                shelf, new LinkRecordQueue(shelf, retryDelay, MAX_WAITING), new SecurityLog(System::nanoTime));
    }

    private static void note(LinkAuditLog log, int lines) {
        for (int i = 0; i < lines; i++) {
            log.note("ada", List.of(line(NOW, What.SHOWN, "link " + i)));
        }
    }

    private static LinkRecord line(Instant at, What what, String link) {
        return new LinkRecord(at, what, link, PC, "::1");
    }

    private List<String> warnings() {
        return logged.list.stream()
                .filter(line -> line.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> !line.contains("works again"))
                .toList();
    }

    /** A history that takes lines, or does not. */
    private static final class Shelf implements LinkRecords {

        private final List<LinkEntry> entries = new CopyOnWriteArrayList<>();
        private volatile CountDownLatch held = new CountDownLatch(0);
        private volatile boolean away;
        private volatile boolean failsOnce;
        private volatile String refused = "";
        private volatile int refusals;

        @Override
        public void add(String accountId, List<LinkRecord> lines) {
            Eventually.opened(held, () -> "the writer was held for ever");
            LinkRecord line = lines.getFirst();
            if (line.linkId().equals(refused)) {
                refusals++;
                throw new AuthStoreDown("refused", new IllegalStateException("refused"));
            }
            if (away || failsOnce) {
                failsOnce = false;
                throw new AuthStoreDown("away", new IllegalStateException("away"));
            }
            entries.add(LinkEntry.after(null, line.at(), line.what(), line.linkId(), line.device(), line.address()));
        }

        @Override
        public List<LinkEntry> newest(String accountId, int limit) {
            return List.copyOf(entries.subList(Math.max(0, entries.size() - limit), entries.size()));
        }

        @Override
        public void forgetBefore(Instant moment) {}

        List<String> links() {
            return entries.stream().map(LinkEntry::linkId).toList();
        }
    }
}
