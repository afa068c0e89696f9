package coderbased.history;

import coderbased.story.ServerProcess;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server with a heap of 64 MB outlives strangers who try to fill it, answers meanwhile, and has its memory back
 * afterwards. The long run takes {@code -Dendurance.minutes}, 5 unless it is told otherwise.
 */
final class SmallHeapTest {

    private static final String HEAP = "-Xmx64m";
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration BETWEEN_PROBES = Duration.ofSeconds(1);

    /** Rate limits and codes that ended remember a bounded number of strangers for up to half an hour. */
    private static final long REMEMBERED_BYTES = 12L * 1024 * 1024;

    @TempDir
    private Path place;

    @Test
    void aSmallServerSurvivesSecondsOfAbuse() throws Exception {
        outlives(Duration.ofSeconds(5));
    }

    @Test
    @Tag("nightly")
    void aSmallServerSurvivesLongAbuse() throws Exception {
        outlives(Duration.ofMinutes(Integer.getInteger("endurance.minutes", 5)));
    }

    private void outlives(Duration time) throws Exception {
        try (ServerProcess server = ServerProcess.start(
                place.resolve("data"),
                HEAP,
                "-XX:+ExitOnOutOfMemoryError",
                "--port=0",
                "--behind-tls-proxy",
                "--trusted-proxies=127.0.0.1")) {
            abuse(server, WARM_UP);
            long before = liveBytes(server);
            long tries = abuse(server, time);
            System.out.printf("%d tries in %d s; live heap %d KB before%n", tries, time.toSeconds(), before / 1024);
            // Connections that were closed just now may be held a little longer.
            Eventually.holds(
                    "the live heap is no larger than " + (before + REMEMBERED_BYTES) + " bytes",
                    () -> liveBytes(server) < before + REMEMBERED_BYTES);
        }
    }

    /** Returns how often something was tried. */
    private static long abuse(ServerProcess server, Duration time) throws Exception {
        Abuse abuse = new Abuse(server.address().getPort());
        try (abuse) {
            abuse.begin();
            long end = System.nanoTime() + time.toNanos();
            while (System.nanoTime() < end) {
                Eventually.holds("the server is ready", server::isReady);
                LockSupport.parkNanos(BETWEEN_PROBES.toNanos());
            }
        }
        Eventually.holds("the server is ready", server::isReady);
        return abuse.tries();
    }

    /** Returns the bytes of all live objects; the Java machine collects garbage to count them. */
    private static long liveBytes(ServerProcess server) throws IOException {
        String total = "";
        for (int collections = 0; collections < 2; collections++) {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(server.pid()),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            total = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("jcmd does not reach the server"));
        }
        return Long.parseLong(total.strip().split("\\s+")[2]);
    }
}
