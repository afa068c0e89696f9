package coderbased.store;

import coderbased.story.Signal;
import coderbased.testing.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A real PostgreSQL of one's own, that can die and come back with what is on its disk. Where it cannot start, whoever
 * asks is skipped with that reason.
 */
public final class MortalPostgres implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;
    private List<ProcessHandle> standing = List.of();

    public MortalPostgres(Path data) {
        this.data = data;
        try {
            port = FreePort.choose(new SplittableRandom());
            server = open();
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new TestAbortedException("PostgreSQL cannot start here: " + e, e);
        }
    }

    public int port() {
        return port;
    }

    /** Its only database, reached by that port. */
    public String url(int by) {
        return "jdbc:postgresql://127.0.0.1:" + by + "/postgres?user=postgres";
    }

    /** It is gone, with every process of it, and what it had not written yet. */
    public void kill() {
        List<ProcessHandle> all = processes();
        all.forEach(process -> Signal.KILL.to(process.pid()));
        all.forEach(process -> process.onExit().join());
    }

    /** It is back at the same place; returns when it answers. */
    public void start() throws IOException {
        server.close();
        server = open();
    }

    /** It does not answer any more, and holds its connections. */
    public void standStill() {
        standing = processes();
        standing.forEach(process -> Signal.STOP.to(process.pid()));
    }

    /** It goes on from there. */
    public void goOn() {
        standing.forEach(process -> Signal.CONT.to(process.pid()));
    }

    @Override
    public void close() throws IOException {
        goOn();
        server.close();
    }

    /** Returns how long its processes have worked. */
    public Duration worked() {
        return processes().stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The one that begins the others first, so that it begins no more. */
    private List<ProcessHandle> processes() {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            ProcessHandle first = lines.findFirst()
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL does not run"));
            return Stream.concat(Stream.of(first), first.descendants()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EmbeddedPostgres open() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(RealPostgres.STARTUP_TIMEOUT)
                .setServerConfig("fsync", "on")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("max_wal_size", "128MB")
                .start();
    }
}
