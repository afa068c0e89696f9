package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.bus.RealRedis;
import coderbased.store.RealPostgres;
import coderbased.story.Cable;
import coderbased.testing.Eventually;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
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

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path place;

    @Test
    void aNodeIsReadyWithItsDatabaseAndLeavesNoFiles() throws Exception {
        Path data = place.resolve("data");
        Settings settings = settings(RealPostgres.newDatabase());
        try (Node node = Node.start(settings, Clock.systemUTC())) {
            assertEquals("{\"ready\":true,\"database\":true,\"bus\":true,\"draining\":false}", ready(node));
        }
        assertFalse(Files.exists(data.resolve("coderbased.db")));
    }

    @Test
    void aNodeIsNotReadyUntilItsBusIsBack() throws Exception {
        try (RealRedis redis = new RealRedis();
                Node node = Node.start(settings(RealPostgres.newDatabase()).withBus(redis.url()), Clock.systemUTC())) {
            awaitReady(node, "{\"ready\":true,\"database\":true,\"bus\":true,\"draining\":false}");
            redis.stop();
            awaitReady(node, "{\"ready\":false,\"database\":true,\"bus\":false,\"draining\":false}");
            redis.start();
            awaitReady(node, "{\"ready\":true,\"database\":true,\"bus\":true,\"draining\":false}");
        }
    }

    @Test
    void aNodeIsNotReadyUntilItsDatabaseIsBack() throws Exception {
        String url = RealPostgres.newDatabase();
        URI real = URI.create(url.substring("jdbc:".length()));
        try (Cable cable = new Cable(real.getPort());
                Node node = Node.start(
                        settings(url.replace(":" + real.getPort() + "/", ":" + cable.port() + "/")),
                        Clock.systemUTC())) {
            awaitReady(node, "{\"ready\":true,\"database\":true,\"bus\":true,\"draining\":false}");
            cable.cut();
            awaitReady(node, "{\"ready\":false,\"database\":false,\"bus\":true,\"draining\":false}");
            cable.mend();
            awaitReady(node, "{\"ready\":true,\"database\":true,\"bus\":true,\"draining\":false}");
        }
    }

    @Test
    void anUnreachableDatabaseIsNamedWithoutItsPassword() throws Exception {
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String url = "jdbc:postgresql://127.0.0.1:" + bound.getLocalPort() + "/chat";
            Settings settings = settings(url + "?user=chat&password=sesame");
            StartupException refused =
                    assertThrows(StartupException.class, () -> Node.start(settings, Clock.systemUTC()));
            assertEquals(ExitCode.DATA_UNUSABLE, refused.exitCode());
            assertTrue(refused.getMessage().contains(url), refused.getMessage());
            assertFalse(refused.getMessage().contains("sesame"), refused.getMessage());
        }
    }

    private Settings settings(String database) {
        return Settings.standard(place.resolve("data")).withPort(0).withDatabase(database);
    }

    private static void awaitReady(Node node, String wanted) {
        Eventually.holds("it says " + wanted, () -> ready(node).equals(wanted));
    }

    private static String ready(Node node) throws Exception {
        HttpRequest ready = HttpRequest.newBuilder(URI.create(node.address() + "/health/ready"))
                .build();
        HttpResponse<String> answer = HTTP.send(ready, HttpResponse.BodyHandlers.ofString());
        assertEquals(answer.body().contains("\"ready\":true") ? 200 : 503, answer.statusCode());
        return answer.body();
    }
}
