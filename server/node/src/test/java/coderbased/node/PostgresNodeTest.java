package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.store.RealPostgres;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose accounts and messages are in PostgreSQL. */
final class PostgresNodeTest {

    @TempDir
    private Path place;

    @Test
    void isReadyWhenItsDatabaseIsAndLeavesNoFileOfItsOwn() throws Exception {
        Path data = place.resolve("data");
        Settings settings = Settings.standard(data).withPort(0).withDatabase(RealPostgres.newDatabase());
        try (Node node = Node.start(settings, Clock.systemUTC());
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest ready = HttpRequest.newBuilder(URI.create(node.address() + "/health/ready"))
                    .build();
            assertEquals(
                    200, http.send(ready, HttpResponse.BodyHandlers.ofString()).statusCode());
        }
        assertFalse(Files.exists(data.resolve("coderbased.db")));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedWithoutItsPassword() throws Exception {
        String url;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "jdbc:postgresql://127.0.0.1:" + free.getLocalPort() + "/chat";
        }
        Settings settings =
                Settings.standard(place.resolve("data")).withPort(0).withDatabase(url + "?user=chat&password=sesame");
        Refused refused = assertThrows(Refused.class, () -> Node.start(settings, Clock.systemUTC()));
        assertEquals(ExitCode.DATA_UNUSABLE, refused.exitCode());
        assertTrue(refused.getMessage().contains(url), refused.getMessage());
        assertFalse(refused.getMessage().contains("sesame"), refused.getMessage());
    }
}
