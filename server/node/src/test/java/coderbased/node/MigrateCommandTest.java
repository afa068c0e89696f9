package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.ChatWrite;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.RealPostgres;
import coderbased.store.chat.SqlChatStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command that moves an embedded database into PostgreSQL, as the person sees it who runs it. */
final class MigrateCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path place;

    private Path data;
    private Settings embedded;
    private String database;

    @BeforeEach
    void thereIsAnEmptyDatabase() {
        data = place.resolve("data");
        embedded = Settings.standard(data).withPort(0);
        database = RealPostgres.newDatabase();
    }

    @Test
    void theServerRunsOnTheNewDatabaseAndNoLongerOnTheOldOne() {
        Node.start(embedded, Clock.systemUTC()).close();
        assertEquals(ExitCode.DONE.number(), move(), err.toString());
        assertTrue(out.toString().contains("Counted in both"), out.toString());
        assertTrue(out.toString().contains("sent stay in the data directory"), out.toString());
        assertFalse(out.toString().contains("?"), "a password may stand there");

        StartupException refused = assertThrows(StartupException.class, () -> Node.start(embedded, Clock.systemUTC()));
        assertEquals(ExitCode.DATA_UNUSABLE, refused.exitCode());
        assertTrue(refused.getMessage().contains("--database"), refused.getMessage());
        Node.start(embedded.withDatabase(database), Clock.systemUTC()).close();

        assertEquals(ExitCode.DONE.number(), move());
        assertTrue(out.toString().contains("moved already"), out.toString());
    }

    @Test
    void theCommandIsRefusedWhileAServerRuns() {
        try (Node node = Node.start(embedded, Clock.systemUTC())) {
            assertEquals(ExitCode.DATA_IN_USE.number(), move());
            assertTrue(err.toString().contains("Stop that one first"), err.toString());
            assertTrue(node.port() > 0);
        }
    }

    @Test
    void nothingIsCopiedIntoADatabaseInUse() throws Exception {
        Node.start(embedded, Clock.systemUTC()).close();
        try (Database used = Databases.connect(database)) {
            new SqlChatStore(used).commit(List.of(new ChatWrite.OpenDirect("c", "ada", "bob")), Instant.EPOCH);
        }
        assertEquals(ExitCode.DATA_UNUSABLE.number(), move());
        assertTrue(err.toString().contains("not empty"), err.toString());
        Node.start(embedded, Clock.systemUTC()).close();
    }

    @Test
    void nothingIsCopiedFromAnEmptyDirectory() {
        assertEquals(ExitCode.DATA_UNUSABLE.number(), run("migrate-to", database, "--data=" + place.resolve("none")));
        assertTrue(err.toString().contains("nothing to move"), err.toString());
    }

    private int move() {
        return run("migrate-to", database, "--data=" + data);
    }

    private int run(String... arguments) {
        CommandLine program = ServerMain.program(Map.of());
        program.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return program.execute(arguments);
    }
}
