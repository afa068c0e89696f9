package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.store.Databases;
import coderbased.store.MortalPostgres;
import coderbased.story.Cable;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address of the database leads to a hot standby, which answers reads and refuses writes. */
@Tag("nightly")
final class StandbyTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void aNodeOnAStandbyIsNotReadyButAnswersReads() throws Exception {
        Path data = folder.resolve("primary");
        new MortalPostgres(data).close();
        Path copy = folder.resolve("standby");
        copy(data, copy);
        AtomicInteger target = new AtomicInteger();
        try (MortalPostgres primary = new MortalPostgres(data);
                MortalPostgres standby = standbyOf(primary, copy);
                Cable cable = new Cable(target::get);
                Node node = nodeOn(primary, cable, target)) {
            TestPerson ada = TestPerson.signUp(node.port(), "ada");
            TestPerson bob = TestPerson.signUp(node.port(), "bob");
            try (var adas = ada.live(node.port())) {
                String conversation = TestPerson.openWith(adas, bob);
                assertEquals(200, ready(node).statusCode());
                Eventually.holds("the standby has the conversation", () -> has(standby, conversation));
                target.set(standby.port());
                cable.cut();
                cable.mend();

                Eventually.holds(
                        "the node says that it is not ready", () -> ready(node).statusCode() == 503);
                adas.say(new FindPeople("find", "bob"));
                assertEquals(1, adas.next(PeopleFound.class).people().size());
                adas.say(TestPerson.text("m", conversation, "hi"));
                assertEquals("m", adas.next(SendRefused.class).clientMessageId());
                assertTrue(
                        ready(node).body().contains("\"ready\":false,\"database\":false"),
                        ready(node).body());
            }
            IOException refused = assertThrows(IOException.class, () -> Databases.connect(standby.url(standby.port())));
            assertTrue(refused.getMessage().contains("standby"), refused.getMessage());
        }
    }

    private Node nodeOn(MortalPostgres primary, Cable cable, AtomicInteger target) {
        target.set(primary.port());
        Settings settings = Settings.standard(folder.resolve("data"))
                .withPort(0)
                .withDatabase(primary.url(cable.port()))
                .with(ChatLimits.standard().withPerAddress(0));
        return Node.start(settings, Clock.systemUTC());
    }

    private static MortalPostgres standbyOf(MortalPostgres primary, Path copy) throws IOException {
        Files.createFile(copy.resolve("standby.signal"));
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=" + primary.port() + " user=postgres'\n",
                StandardOpenOption.APPEND);
        return new MortalPostgres(copy);
    }

    private static boolean has(MortalPostgres standby, String conversation) {
        try (Connection connection = DriverManager.getConnection(standby.url(standby.port()));
                var statement = connection.prepareStatement("SELECT 1 FROM conversations WHERE id = ?")) {
            statement.setString(1, conversation);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        } catch (SQLException _) {
            return false;
        }
    }

    private static HttpResponse<String> ready(Node node) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(node.address() + "/health/ready"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path place : (Iterable<Path>) all::iterator) {
                Files.copy(place, to.resolve(from.relativize(place)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
