package coderbased.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.node.LoggedLines;
import coderbased.testing.MutableClock;
import coderbased.testing.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Renewed files are taken, unusable ones are not, and the end of a certificate is announced. */
final class TlsRenewalTest {

    @TempDir
    private Path folder;

    private final List<String> taken = new ArrayList<>();

    @Test
    void renewedFileIsTakenOnceItsContentRests() throws Exception {
        Path pem = TestCertificate.FIRST.writeTo(folder.resolve("both.pem"));
        TlsRenewal renewal = renewal(pem, pem);
        look(renewal, 3);
        assertEquals(List.of(), taken);

        TestCertificate.SECOND.writeTo(pem);
        look(renewal, 1);
        assertEquals(List.of(), taken, "it may still be written");
        look(renewal, 3);
        assertEquals(List.of(TestCertificate.SECOND.fingerprint()), taken);
    }

    @Test
    void halfOfARenewalKeepsTheOldCertificateWithOneLine() throws Exception {
        Path certificate = TestCertificate.FIRST.writeTo(folder.resolve("certificate.pem"));
        Path key = TestCertificate.FIRST.writeTo(folder.resolve("key.pem"));
        TlsRenewal renewal = renewal(certificate, key);
        try (LoggedLines lines = new LoggedLines()) {
            TestCertificate.SECOND.writeTo(certificate);
            look(renewal, 5);
            assertEquals(List.of(), taken);
            assertEquals(1, lines.texts().size(), lines.texts().toString());
            Files.writeString(certificate, "-----BEGIN CERT");
            look(renewal, 5);
            Files.delete(certificate);
            look(renewal, 5);
            assertEquals(3, lines.texts().size(), "one for each content");
            assertEquals(TestCertificate.FIRST.fingerprint(), plain(renewal.current()));

            TestCertificate.SECOND.writeTo(certificate);
            TestCertificate.SECOND.writeTo(key);
            look(renewal, 3);
            assertEquals(List.of(TestCertificate.SECOND.fingerprint()), taken);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void keyFromAPipeIsReadOnce() throws Exception {
        Path certificate = TestCertificate.FIRST.writeTo(folder.resolve("certificate.pem"));
        Path key = folder.resolve("key");
        assertEquals(0, new ProcessBuilder("mkfifo", key.toString()).start().waitFor());
        Thread writer = Thread.ofVirtual().start(() -> TestCertificate.FIRST.writeTo(key));
        TlsRenewal renewal = renewal(certificate, key);
        writer.join();
        TestCertificate.SECOND.writeTo(certificate);
        look(renewal, 3);
        assertEquals(List.of(), taken);
        assertEquals(TestCertificate.FIRST.fingerprint(), plain(renewal.current()));
    }

    @Test
    void expiredCertificateIsServedAndReported() throws Exception {
        Path pem = TestCertificate.EXPIRED.writeTo(folder.resolve("both.pem"));
        try (LoggedLines lines = new LoggedLines()) {
            TlsRenewal renewal = renewal(pem, pem);
            look(renewal, 3);
            List<String> warnings = lines.texts();
            assertEquals(1, warnings.size(), warnings.toString());
            assertTrue(warnings.getFirst().contains("has expired"), warnings.toString());
        }
    }

    @Test
    void endIsAnnouncedThirtyAndSevenDaysAheadAndThenDaily() {
        Instant until = Instant.parse("2027-03-31T12:00:00Z");
        ExpiryWarning warning = new ExpiryWarning();
        List<Long> said = new ArrayList<>();
        for (long hours = 24 * 40; hours >= -24 * 3; hours--) {
            if (warning.isDue(until.minus(Duration.ofHours(hours)), until)) {
                said.add(hours);
            }
        }
        assertEquals(
                List.of(
                        24L * 30 - 1,
                        24L * 7 - 1,
                        24L * 6 - 1,
                        24L * 5 - 1,
                        24L * 4 - 1,
                        24L * 3 - 1,
                        47L,
                        23L,
                        -1L,
                        -25L,
                        -49L),
                said);
    }

    private static TlsRenewal renewal(Path certificate, Path key) {
        return new TlsRenewal(
                new Tls(certificate, key), MutableClock.standingAt(Instant.parse("2027-01-01T00:00:00Z")));
    }

    private void look(TlsRenewal renewal, int times) {
        for (int i = 0; i < times; i++) {
            renewal.look(fresh -> taken.add(plain(fresh)));
        }
    }

    private static String plain(TlsKeys keys) {
        return keys.fingerprint().replace(":", "");
    }
}
