package coderbased.auth.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import coderbased.audit.SecurityLog;
import coderbased.auth.session.AuthStoreDown;
import coderbased.auth.session.InMemoryAuthStore;
import coderbased.auth.session.LinkRecord;
import coderbased.auth.session.LinkRecords;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkEntry;
import coderbased.protocol.LinkEntry.What;
import coderbased.protocol.Secret;
import coderbased.testing.Deadlines;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Everything that a phone decided about a link is in the account's history, whatever happens next. */
final class LinkAuditLogTest {

    private static final long LIMIT_SECONDS = Deadlines.seconds(30);
    private static final long MOMENT_MILLIS = 200;

    @TempDir
    private Path folder;

    @Test
    void aDenialIsAnsweredAfterItIsRecorded() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        try (LinkStage stage = new LinkStage(folder, new InMemoryAuthStore(), real -> new Records(real) {
            @Override
            public void add(String accountId, List<LinkRecord> lines) {
                writing.countDown();
                await(goesOn);
                super.add(accountId, lines);
            }
        })) {
            GuestRequest.Claimant phone = stage.phone("ada");
            LinkStage.Desktop desktop = stage.desktop(true);
            GuestResponse.Offered offered = scan(stage, desktop, phone);
            CompletableFuture<GuestResponse> answer = CompletableFuture.supplyAsync(() -> stage.coordinator.answer(
                    new GuestRequest.Deny(offered.offer().linkId(), phone.phoneSession())));
            assertTrue(writing.await(LIMIT_SECONDS, TimeUnit.SECONDS));
            assertThrows(TimeoutException.class, () -> answer.get(MOMENT_MILLIS, TimeUnit.MILLISECONDS));
            goesOn.countDown();
            assertInstanceOf(GuestResponse.Standing.class, answer.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            assertEquals(List.of(What.SHOWN, What.SCANNED, What.DENIED), written(stage, phone));
        } finally {
            goesOn.countDown();
        }
    }

    @Test
    void anApprovalIsStoredWithItsSessionAndNothingWithoutIt() throws Exception {
        try (LinkStage stage = new LinkStage(folder, new InMemoryAuthStore(), real -> new Records(real) {
            @Override
            public void add(String accountId, List<LinkRecord> lines) {
                throw new AuthStoreDown("nothing is written by itself", new IllegalStateException("away"));
            }
        })) {
            GuestRequest.Claimant phone = stage.phone("ada");
            LinkStage.Desktop desktop = stage.desktop(true);
            GuestResponse.Offered offered = scan(stage, desktop, phone);
            assertEquals(List.of(), written(stage, phone));
            stage.coordinator.answer(new GuestRequest.Approve(
                    offered.offer().linkId(), phone.phoneSession(), new GrantedLink(LinkChoices.FULL, null), true));
            assertEquals(1, desktop.tokens.size());
            assertEquals(List.of(What.SHOWN, What.SCANNED, What.APPROVED), written(stage, phone));
        }
    }

    @Test
    void theLinesOfALinkThatIsNotDecidedAreReadAndWrittenOnce() {
        LinkRecords records = new InMemoryAuthStore().linkRecords();
        DeviceFacts device = new DeviceFacts("PC", "Desktop", "Os");
        try (LinkAuditLog log = new LinkAuditLog(records, new SecurityLog(System::nanoTime))) {
            log.hold("ada", List.of(new LinkRecord(Instant.EPOCH, What.SCANNED, "link", device, "::1")));
            log.hold("bob", List.of(new LinkRecord(Instant.EPOCH, What.SCANNED, "other", device, "::1")));
            assertEquals(1, log.read("ada").entries().size());
            assertEquals(List.of(), records.newest("bob", 9));
            log.hold("ada", List.of(new LinkRecord(Instant.EPOCH, What.APPROVED, "link", device, "::1")));
            assertEquals(List.of(What.APPROVED), stored(log, "link", true));
            assertEquals(List.of(What.SCANNED), stored(log, "other", false));
            assertEquals(List.of(), stored(log, "other", false));
            log.awaitWritten();
            assertEquals(1, records.newest("ada", 9).size(), "the store has written the others");
            assertEquals(1, records.newest("bob", 9).size(), "the store has not written it");
            log.hold("bob", List.of(new LinkRecord(Instant.EPOCH, What.SCANNED, "third", device, "::1")));
        }
        assertEquals(2, records.newest("bob", 9).size(), "a server that stops writes what it holds");
    }

    private static List<What> stored(LinkAuditLog log, String link, boolean isStored) {
        return log.storing(link, lines -> lines, _ -> isStored).stream()
                .map(LinkRecord::what)
                .toList();
    }

    private static GuestResponse.Offered scan(LinkStage stage, LinkStage.Desktop desktop, GuestRequest.Claimant phone) {
        return assertInstanceOf(
                GuestResponse.Offered.class,
                stage.coordinator.answer(new GuestRequest.ClaimScanned(new Secret(desktop.shown.getLast()), phone)));
    }

    private static List<What> written(LinkStage stage, GuestRequest.Claimant phone) {
        return stage.store.linkRecords().newest(phone.accountId(), 9).stream()
                .map(LinkEntry::what)
                .toList();
    }

    @Test
    void aFailedEntryIsWrittenLaterOnceAndInOrder() throws Exception {
        CountDownLatch written = new CountDownLatch(2);
        try (LinkStage stage = new LinkStage(folder)) {
            GuestRequest.Claimant phone = stage.phone("ada");
            Records failing = new Records(stage.store.linkRecords()) {
                private int calls;

                @Override
                public void add(String accountId, List<LinkRecord> lines) {
                    calls++;
                    if (calls == 1) {
                        throw new AuthStoreDown("the database is away", new IllegalStateException("away"));
                    }
                    super.add(accountId, lines);
                    written.countDown();
                    if (calls == 2) {
                        throw new AuthStoreDown("the answer is lost", new IllegalStateException("lost"));
                    }
                }
            };
            try (LinkAuditLog log = new LinkAuditLog(failing, new SecurityLog(System::nanoTime))) {
                log.note(phone.accountId(), List.of(line(stage, What.SCANNED)));
                log.note(phone.accountId(), List.of(line(stage, What.DENIED)));
                assertTrue(written.await(LIMIT_SECONDS, TimeUnit.SECONDS));
                assertEquals(
                        List.of(What.SCANNED, What.DENIED),
                        log.read(phone.accountId()).entries().stream()
                                .map(LinkEntry::what)
                                .toList());
            }
        }
    }

    @Test
    void everyStepIsASecurityEvent() {
        Map<What, String> events = new EnumMap<>(What.class);
        for (What end : What.values()) {
            events.put(end, "link-ended account=a link=l reason=" + end);
        }
        events.remove(What.SHOWN);
        events.put(What.SCANNED, "link-claimed account=a link=l");
        events.put(What.APPROVED, "link-approved account=a link=l");
        events.put(What.LINKED, "link-completed account=a link=l");
        events.put(What.DENIED, "link-denied account=a link=l");
        events.put(What.CONFIRMED, "link-answered account=a link=l reason=CONFIRMED");
        events.put(What.DISOWNED, "link-answered account=a link=l reason=DISOWNED");
        DeviceFacts device = new DeviceFacts("PC", "Desktop", "Os");
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        Logger logger = (Logger) LoggerFactory.getLogger(SecurityLog.LOGGER);
        logger.addAppender(logged);
        try (LinkAuditLog log =
                new LinkAuditLog(new InMemoryAuthStore().linkRecords(), new SecurityLog(System::nanoTime))) {
            log.note(
                    "a",
                    Arrays.stream(What.values())
                            .map(step -> new LinkRecord(Instant.EPOCH, step, "l", device, "::1"))
                            .toList());
            log.awaitWritten();
        } finally {
            logger.detachAppender(logged);
        }
        assertEquals(
                events.values().stream()
                        .map(event -> "event=" + event + " device=PC address=::1")
                        .toList(),
                logged.list.stream()
                        .map(ILoggingEvent::getFormattedMessage)
                        .filter(line -> line.contains(" account=a link=l "))
                        .map(line -> line.substring(line.indexOf("event=")))
                        .toList());
    }

    private static LinkRecord line(LinkStage stage, What what) {
        return new LinkRecord(
                stage.clock.instant(), what, "link", new DeviceFacts("PC", "Desktop", "Os"), "192.168.7.33");
    }

    /** Real histories, in which a test changes something. */
    private static class Records implements LinkRecords {

        private final LinkRecords real;

        Records(LinkRecords real) {
            this.real = real;
        }

        @Override
        public void add(String accountId, List<LinkRecord> lines) {
            real.add(accountId, lines);
        }

        @Override
        public List<LinkEntry> newest(String accountId, int limit) {
            return real.newest(accountId, limit);
        }

        @Override
        public void forgetBefore(Instant moment) {
            real.forgetBefore(moment);
        }

        final void await(CountDownLatch latch) {
            try {
                assertTrue(latch.await(LIMIT_SECONDS, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
