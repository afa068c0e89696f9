package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.node.LoggedLines;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Secret;
import coderbased.store.MortalPostgres;
import coderbased.testing.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A database that is away for a while has a few lines in the log, however much is asked of the server meanwhile. */
final class OutageLinesTest {

    private static final int CALLS = 60;

    /** Without a place to note its proof, a call is asked for another one. */
    private static final Set<Integer> REFUSALS = Set.of(ErrorCode.TRY_LATER.status(), ErrorCode.PROOF_STALE.status());

    private final LoggedLines lines = new LoggedLines();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        lines.close();
    }

    @Test
    @Tag("nightly")
    void anOutageOfPostgresqlIsLoggedOncePerKind() throws Exception {
        try (MortalPostgres postgres = new MortalPostgres(folder.resolve("postgres"));
                Node node = Node.start(settings().withDatabase(postgres.url(postgres.port())), Clock.systemUTC())) {
            TestPerson ada = TestPerson.signUp(node.port(), "ada");
            TestPerson bob = TestPerson.signUp(node.port(), "bob");
            try (var adas = ada.live(node.port())) {
                String conversation = TestPerson.openWith(adas, bob);
                postgres.kill();
                for (int i = 0; i < CALLS; i++) {
                    adas.say(TestPerson.text("m" + i, conversation, "hi"));
                }
                callAtOnce(ada, node);
                adas.close("the node lets go of everybody");
            }
            String database = "The database jdbc:postgresql://127.0.0.1:" + postgres.port();
            Eventually.holds("the outage is in the log", () -> isLogged(database));
            postgres.start();
            Eventually.holds("eve signs up", () -> signsUp(node, "eve"));
            Eventually.holds("the end is in the log", () -> texts().stream().anyMatch(OutageLinesTest::isEnd));
            assertLossAndReturn(database);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "open files cannot be moved there")
    void theAbsenceOfTheSqliteFileIsLoggedOnce() throws Exception {
        Path data = folder.resolve("data");
        try (Node node = Node.start(settings(), Clock.systemUTC())) {
            TestPerson ada = TestPerson.signUp(node.port(), "ada");
            Files.move(data, folder.resolve("away"));
            callAtOnce(ada, node);
            Files.move(folder.resolve("away"), data);
            TestPerson.signUp(node.port(), "bob");
            assertLossAndReturn("The database " + data);
        }
    }

    private Settings settings() {
        return Settings.standard(folder.resolve("data"))
                .withPort(0)
                .with(ChatLimits.standard().withPerAddress(0));
    }

    private static void callAtOnce(TestPerson person, Node node) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = IntStream.range(0, CALLS)
                    .mapToObj(i -> callers.submit(() -> person.call(
                                    node.port(),
                                    "POST",
                                    AuthHttp.LINKS,
                                    new AuthHttp.ClaimCode(new Secret("CODE"), null))
                            .statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertTrue(REFUSALS.contains(answer.get()), answer.toString());
            }
        }
    }

    private static boolean signsUp(Node node, String handle) {
        try {
            TestPerson.signUp(node.port(), handle);
            return true;
        } catch (Exception | AssertionError _) {
            return false;
        }
    }

    private static boolean isEnd(String line) {
        return line.matches("The database \\S+ works again after \\d+ s; failures: \\d+");
    }

    /** Reading, writing and the trial write are away together: the loss has one line, and so has the return. */
    private void assertLossAndReturn(String database) {
        List<String> ofDatabase =
                texts().stream().filter(line -> line.startsWith(database)).toList();
        assertEquals(2, ofDatabase.size(), texts().toString());
        assertTrue(ofDatabase.getFirst().contains(" failed: "), ofDatabase.getFirst());
        assertTrue(isEnd(ofDatabase.getLast()), ofDatabase.getLast());
        assertEachLineOnce();
    }

    private void assertEachLineOnce() {
        texts().stream()
                .collect(Collectors.groupingBy(text -> text.replaceAll("\\d+", "#"), Collectors.counting()))
                .forEach((line, times) -> assertEquals(1, times, line + " in " + texts()));
        assertFalse(texts().size() > 10, texts().toString());
    }

    private boolean isLogged(String begin) {
        return lines.count(begin) > 0;
    }

    private List<String> texts() {
        return lines.texts();
    }
}
