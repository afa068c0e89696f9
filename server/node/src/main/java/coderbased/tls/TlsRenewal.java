package coderbased.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watch over the files of {@link Tls}: takes renewed ones, and warns before the certificate expires.
 *
 * <p>Files are renewed one after the other, so changed content is read only when two looks in a row find it the same.
 * Unusable content is logged once, and the old certificate stays. A pipe is read once and not watched. Used by
 * one thread at a time.
 */
public final class TlsRenewal {

    /** Time between two looks, in milliseconds. */
    public static final long LOOK_MILLIS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(TlsRenewal.class);

    private final Tls files;
    private final Clock clock;
    private final ExpiryWarning warning = new ExpiryWarning();
    private final boolean isWatched;
    private TlsKeys current;
    private List<byte[]> judged;
    private List<byte[]> seen;

    /**
     * Reads the files.
     *
     * @throws TlsProblem if they cannot be used
     */
    public TlsRenewal(Tls files, Clock clock) {
        this.files = files;
        this.clock = clock;
        isWatched = Files.isRegularFile(files.certificate()) && Files.isRegularFile(files.key());
        seen = isWatched ? content() : List.of();
        judged = seen;
        current = files.load();
        report();
        warn();
    }

    /** Returns the certificate and key that the server uses. */
    public TlsKeys current() {
        return current;
    }

    /** Looks at the files and the clock; passes on a renewed certificate. */
    public void look(Consumer<TlsKeys> renewed) {
        if (isWatched) {
            lookAtFiles(renewed);
        }
        warn();
    }

    private void lookAtFiles(Consumer<TlsKeys> renewed) {
        List<byte[]> now = content();
        if (same(now, seen) && !same(now, judged)) {
            judged = now;
            take(renewed);
        }
        seen = now;
    }

    private void take(Consumer<TlsKeys> renewed) {
        try {
            TlsKeys fresh = files.load();
            renewed.accept(fresh);
            current = fresh;
            LOG.info("The TLS certificate was renewed");
            report();
        } catch (RuntimeException e) {
            LOG.warn("The changed TLS files cannot be used, and the old certificate stays: {}", e.getMessage());
        }
    }

    private void report() {
        LOG.info(
                "TLS certificate of {}: SHA-256 fingerprint {}, valid until {}",
                files.certificate(),
                current.fingerprint(),
                current.until());
    }

    private void warn() {
        Instant now = clock.instant();
        if (now.isBefore(current.from())) {
            if (warning.isDue(now, now)) {
                LOG.warn("The TLS certificate of {} is not valid before {}", files.certificate(), current.from());
            }
            return;
        }
        if (warning.isDue(now, current.until())) {
            boolean isOver = now.isAfter(current.until());
            LOG.warn(
                    "The TLS certificate of {} {} at {} ({} days). Renew the file: it is read while the server runs",
                    files.certificate(),
                    isOver ? "has expired, and apps refuse it: it ended" : "expires",
                    current.until(),
                    Duration.between(now, current.until()).toDays());
        }
    }

    /** Returns the content of both files; empty where one cannot be read, as in the middle of a renewal. */
    private List<byte[]> content() {
        return List.of(content(files.certificate()), content(files.key()));
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException _) {
            return new byte[0];
        }
    }

    private static boolean same(List<byte[]> one, List<byte[]> other) {
        return Arrays.deepEquals(one.toArray(), other.toArray());
    }
}
