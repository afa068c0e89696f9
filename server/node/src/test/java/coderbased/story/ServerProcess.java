package coderbased.story;

import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * The server program in a process of its own, which can be killed and started again on the same data.
 *
 * <p>Who starts it often lets it {@link #learn} first: what the Java machine found out about the program is kept, and
 * each later start takes half the time.
 */
public final class ServerProcess implements AutoCloseable {

    private static final String READY = "Coderbased Chat serves on ";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Deadlines.of(Duration.ofMinutes(2));

    private final Path data;
    private final List<String> options;
    private final Path learnt;
    /** A test sends far faster than a person. */
    private static final List<String> WITHOUT_LIMITS = List.of(
            "--messages-per-minute=60000000",
            "--messages-per-day=1000000000",
            "--new-chats-per-day=1000000",
            "--groups-without-asking");

    private final Path said;
    private String classPath = System.getProperty("java.class.path");
    private Process process;
    private URI address;

    private ServerProcess(Path data, List<String> options) {
        this.data = data;
        this.options = options;
        this.learnt = data.resolveSibling("learnt.aot");
        this.said = data.resolveSibling("said.txt");
    }

    /** Starts it on a free port. */
    public static ServerProcess start(Path data) throws IOException {
        return start(data, "--port=0");
    }

    /** Starts it with those options of its command line; what begins with {@code -X} is the Java machine's. */
    public static ServerProcess start(Path data, String... options) throws IOException {
        ServerProcess server = new ServerProcess(data, List.of(options));
        server.start();
        return server;
    }

    /** Starts it in such a way that what was learnt is kept beside {@code data} once it ends in order. */
    public static ServerProcess learn(Path data, String... options) throws IOException {
        ServerProcess server = new ServerProcess(data, List.of(options));
        Files.createDirectories(data);
        server.classPath = ClassPathInJars.pack(data.resolveSibling("jars"));
        server.start("-XX:AOTCacheOutput=" + server.learnt);
        return server;
    }

    /**
     * Starts it again, after it ended.
     *
     * @throws IllegalStateException where it does not serve, with what it said
     */
    public void start() throws IOException {
        start(Files.exists(learnt) ? "-XX:AOTCache=" + learnt : "-Xshare:auto");
    }

    /** Returns where it serves, since it was last started. */
    public URI address() {
        return address;
    }

    /** {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Asks it to end in order. */
    public void terminate() {
        process.destroy();
    }

    /** Stops it where it is, as a machine does that is out of breath; nothing of it is told. */
    public void standStill() {
        Signal.STOP.to(process.pid());
    }

    /** Lets it go on from there. */
    public void goOn() {
        Signal.CONT.to(process.pid());
    }

    /** It can write into no file any more, as if the disk were full; what is there can be read. */
    public void fillDisk() {
        limitFiles("0");
    }

    /** There is room again. */
    public void makeRoom() {
        limitFiles("unlimited");
    }

    /** Skips the test with the reason if this cannot be done. */
    private void limitFiles(String bytes) {
        String[] command = {"prlimit", "--pid=" + process.pid(), "--fsize=" + bytes + ":"};
        try {
            int refused = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (refused != 0) {
                throw new TestAbortedException("no file can be kept small here: prlimit said " + refused);
            }
        } catch (IOException | InterruptedException e) {
            throw new TestAbortedException("no file can be kept small here: " + e, e);
        }
    }

    /** True if it says that it stores what it is sent. */
    public boolean isReady() {
        HttpRequest ready = HttpRequest.newBuilder(address.resolve("/health/ready"))
                .timeout(PATIENCE)
                .build();
        try {
            return HTTP.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the id of the process that was started last. */
    public long pid() {
        return process.pid();
    }

    /** Waits until nothing of it runs any more; returns how it ended. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE)) {
            throw new IllegalStateException("the server is still running");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void start(String howToBegin) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Collections.addAll(command, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable", howToBegin);
        options.stream().filter(ServerProcess::isOfTheMachine).forEach(command::add);
        Collections.addAll(command, "--enable-native-access=ALL-UNNAMED", "-cp", classPath);
        Collections.addAll(command, "coderbased.node.ServerMain", "--data=" + data);
        command.addAll(WITHOUT_LIMITS);
        options.stream().filter(option -> !isOfTheMachine(option)).forEach(command::add);
        Files.deleteIfExists(said);
        process = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // Whatever becomes of the test, its server does not outlive it.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        address = URI.create(Eventually.found("the server is ready", this::addressSaid));
    }

    private static boolean isOfTheMachine(String option) {
        return option.startsWith("-X");
    }

    private Optional<String> addressSaid() {
        try (Stream<String> lines = Files.lines(said)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "the server ended with " + process.exitValue() + ": " + lines.collect(Collectors.joining(" ")));
            }
            return lines.filter(line -> line.startsWith(READY))
                    .map(line -> line.substring(READY.length()))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
