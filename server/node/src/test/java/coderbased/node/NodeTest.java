package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Wire;
import coderbased.story.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server starts, says how it is, and does not start where it must not. */
final class NodeTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final int TRIES = 10;

    @TempDir
    private Path place;

    @Test
    void aServerReportsThatItIsAliveAndReady() throws Exception {
        try (Node node = start(place.resolve("data"))) {
            assertEquals("{\"live\":true}", get(node, "/health/live").body());
            HttpResponse<String> ready = get(node, "/health/ready");
            assertEquals(200, ready.statusCode());
            assertEquals("{\"ready\":true,\"database\":true,\"bus\":true,\"draining\":false}", ready.body());
        }
    }

    @Test
    void anUnknownAddressIsNotFound() throws Exception {
        try (Node node = start(place.resolve("data"))) {
            HttpResponse<String> answer = get(node, "/no/such/place");
            assertEquals(404, answer.statusCode());
            assertEquals(ProblemReason.ADDRESS_UNKNOWN.problem(), Wire.read(answer.body(), Problem.class));
        }
    }

    @Test
    void onlyTheOwnerCanReadTheDataDirectory() throws IOException {
        Path data = place.resolve("data");
        start(data).close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
    }

    @Test
    void aSecondServerOnTheSameDataIsRefusedAndTheFirstIsNamed() {
        Path data = place.resolve("data");
        try (Node first = start(data)) {
            StartupException refused = assertThrows(StartupException.class, () -> start(data));
            assertEquals(ExitCode.DATA_IN_USE, refused.exitCode());
            assertTrue(
                    refused.getMessage()
                            .contains("process " + ProcessHandle.current().pid()),
                    refused.getMessage());
            assertTrue(first.port() > 0);
        }
        start(data).close();
    }

    @RepeatedTest(2)
    void aKilledServerDoesNotBlockTheNext() throws Exception {
        secondIsRefusedUntilFirstIsKilled();
    }

    @RepeatedTest(50)
    @Tag("nightly")
    void fiftyKilledServersDoNotBlockTheNext() throws Exception {
        secondIsRefusedUntilFirstIsKilled();
    }

    private void secondIsRefusedUntilFirstIsKilled() throws Exception {
        Path data = place.resolve("data");
        try (ServerProcess first = ServerProcess.start(data)) {
            // A busy machine may take longer; a server that waits for the other takes longer every time.
            assertTrue(
                    Stream.generate(() -> refusedAfter(data, first))
                            .limit(TRIES)
                            .anyMatch(NodeTest::isAtOnce),
                    "refused, but never at once");
            first.kill();
            first.awaitEnd();
            start(data).close();
        }
    }

    private static Duration refusedAfter(Path data, ServerProcess first) {
        long asked = System.nanoTime();
        StartupException refused = assertThrows(StartupException.class, () -> start(data));
        Duration after = Duration.ofNanos(System.nanoTime() - asked);
        System.out.println("refused after " + after.toMillis() + " ms");
        assertEquals(ExitCode.DATA_IN_USE, refused.exitCode());
        assertTrue(refused.getMessage().contains("process " + first.pid()), refused.getMessage());
        return after;
    }

    private static boolean isAtOnce(Duration after) {
        return after.compareTo(AT_ONCE) < 0;
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings settings = Settings.standard(place.resolve("data")).withPort(other.getLocalPort());
            StartupException refused =
                    assertThrows(StartupException.class, () -> Node.start(settings, Clock.systemUTC()));
            assertEquals(ExitCode.PORT_IN_USE, refused.exitCode());
            assertTrue(refused.getMessage().contains("Port " + other.getLocalPort()), refused.getMessage());
        }
        start(place.resolve("data")).close();
    }

    @Test
    void aDamagedDatabaseIsNamedAndUnchanged() throws IOException {
        Path data = Files.createDirectory(place.resolve("data"));
        byte[] damaged = new byte[8_192];
        new Random(1).nextBytes(damaged);
        Files.write(data.resolve("coderbased.db"), damaged);
        StartupException refused = assertThrows(StartupException.class, () -> start(data));
        assertEquals(ExitCode.DATA_UNUSABLE, refused.exitCode());
        assertTrue(refused.getMessage().contains("coderbased.db"), refused.getMessage());
        assertArrayEquals(damaged, Files.readAllBytes(data.resolve("coderbased.db")));
    }

    @Test
    void anUncreatableDirectoryIsNamed() throws IOException {
        Path file = Files.writeString(place.resolve("file"), "not a directory");
        StartupException refused = assertThrows(StartupException.class, () -> start(file.resolve("data")));
        assertEquals(ExitCode.DATA_UNUSABLE, refused.exitCode());
        assertTrue(refused.getMessage().contains("--data"), refused.getMessage());
    }

    private static Node start(Path data) {
        return Node.start(Settings.standard(data).withPort(0), Clock.systemUTC());
    }

    private static HttpResponse<String> get(Node node, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(node.address() + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
