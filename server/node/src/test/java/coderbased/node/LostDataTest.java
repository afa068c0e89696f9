package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.client.ClientConfig;
import coderbased.client.Clients;
import coderbased.client.PhoneClient;
import coderbased.client.keys.ProfileFolder;
import coderbased.client.net.ProblemException;
import coderbased.client.net.Timing;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.ErrorCode;
import coderbased.testing.Deadlines;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The data directory is emptied, or moved away, while the server runs. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "open files cannot be deleted there")
final class LostDataTest {

    private static final long LIMIT_SECONDS = Deadlines.seconds(60);
    private static final String PASSWORD = "correct horse battery";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Path data;
    private Node node;
    private PhoneClient phone;

    @BeforeEach
    void aServerWithAPhoneBeforeIt() {
        data = folder.resolve("data");
        node = Node.start(Settings.standard(data).withPort(0), Clock.systemUTC());
        phone = Clients.phone(ClientConfig.of(
                        URI.create(node.address()),
                        new DeviceFacts("phone", "Phone 1", "TestOS"),
                        new ProfileFolder(folder.resolve("phone")))
                .withClock(Clock.systemUTC())
                .withTiming(Timing.standard()));
        phone.start();
    }

    @AfterEach
    void close() {
        phone.close();
        node.close();
    }

    @Test
    void nothingIsAcknowledgedAfterTheDataDirectoryIsEmptied() throws Exception {
        assertEquals(200, ready());
        empty();

        assertEquals(503, ready());
        assertEquals(ErrorCode.TRY_LATER, refused(signUp("ada")));
        assertFalse(Files.exists(data.resolve("coderbased.db")), "no new database is made in its place");
        node.close();
        try (Node again = Node.start(Settings.standard(data).withPort(0), Clock.systemUTC())) {
            assertEquals(200, ready(again));
        }
    }

    @Test
    void aRestoredDirectoryServesAgain() throws Exception {
        Path away = folder.resolve("away");
        Files.move(data, away);
        assertEquals(503, ready());
        assertEquals(ErrorCode.TRY_LATER, refused(signUp("ada")));

        Files.move(away, data);
        assertEquals(200, ready());
        signUp("ada").get(LIMIT_SECONDS, TimeUnit.SECONDS);
    }

    private CompletableFuture<Void> signUp(String handle) {
        return phone.signUp(handle, handle, PASSWORD);
    }

    private static ErrorCode refused(CompletableFuture<Void> answer) {
        ProblemException problem =
                (ProblemException) assertThrows(Exception.class, () -> answer.get(LIMIT_SECONDS, TimeUnit.SECONDS))
                        .getCause();
        return problem.problem().code();
    }

    private int ready() throws Exception {
        return ready(node);
    }

    private static int ready(Node asked) throws Exception {
        HttpRequest ready = HttpRequest.newBuilder(URI.create(asked.address() + "/health/ready"))
                .build();
        return HTTP.send(ready, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private void empty() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder())
                    .filter(place -> !place.equals(data))
                    .toList();
            for (Path place : deepestFirst) {
                Files.delete(place);
            }
        }
    }
}
