package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.store.copy.DatabaseCopy;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database whose schema this server does not know, or that is half updated, is refused with a sentence. */
final class SchemaVersionTest {

    private static final String NEWER = """
            INSERT INTO flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            VALUES (1000, '%s', 'later', 'SQL', 'later.sql', 1, 'somebody', 1, TRUE)
            """;

    private static final String ROW = """
            INSERT INTO flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
            VALUES (1000, %s, 'later', '%s', 'later.sql', 1, 'somebody', 1, TRUE)
            """;

    private static final String FAILED = "UPDATE flyway_schema_history SET success = FALSE WHERE version = '10'";

    @TempDir
    private Path folder;

    private interface Opening {
        Database open() throws IOException;
    }

    @Test
    void anSqliteFileOfANewerServerIsRefused() throws IOException {
        Path file = folder.resolve("chat.db");
        refusesNewer(() -> Databases.open(file), file.toString());
    }

    @Test
    void aPostgresDatabaseOfANewerServerIsRefused() throws IOException {
        String url = RealPostgres.newDatabase();
        refusesNewer(() -> Databases.connect(url), url.split("\\?", 2)[0]);
    }

    /** Also one that says nothing of itself but that everything before it is there. */
    @ParameterizedTest
    @ValueSource(strings = {"SQL", "BASELINE", "JDBC"})
    void aNewerVersionOfAnyTypeIsRefused(String type) throws IOException {
        Path file = folder.resolve("chat.db");
        refuses(() -> Databases.open(file), ROW.formatted("'999'", type), "newer version of the server", "999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQL", "BASELINE", "JDBC"})
    void anUnknownVersionBelowIsRefused(String type) throws IOException {
        Path file = folder.resolve("chat.db");
        refuses(() -> Databases.open(file), ROW.formatted("'1.5'", type), "another version of the server", "1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQL", "BASELINE", "JDBC"})
    void anUnknownRepeatableMigrationIsRefused(String type) throws IOException {
        Path file = folder.resolve("chat.db");
        refuses(() -> Databases.open(file), ROW.formatted("NULL", type), "another version of the server", "later");
    }

    @Test
    void aMigrationOfAnUnknownTypeIsRefused() throws IOException {
        Path file = folder.resolve("chat.db");
        refuses(() -> Databases.open(file), ROW.formatted("'999'", "LATER"), "another version of the server", "LATER");
    }

    @Test
    void anUnknownMigrationInPostgresIsRefused() throws IOException {
        String url = RealPostgres.newDatabase();
        refuses(() -> Databases.connect(url), ROW.formatted("'1.5'", "SQL"), "another version of the server", "1.5");
    }

    @Test
    void aMissingOrChangedMigrationIsRefused() throws IOException {
        Path changed = folder.resolve("changed.db");
        refuses(
                () -> Databases.open(changed),
                "UPDATE flyway_schema_history SET checksum = 7 WHERE version = '10'",
                "another version of the server",
                "10");
        Path missing = folder.resolve("missing.db");
        refuses(
                () -> Databases.open(missing),
                "DELETE FROM flyway_schema_history WHERE version = '10'",
                "another version of the server",
                "10");
    }

    @Test
    void aHalfUpdatedSqliteFileIsRefused() throws IOException {
        refusesFailed(() -> Databases.open(folder.resolve("chat.db")));
    }

    @Test
    void aHalfUpdatedPostgresDatabaseIsRefused() throws IOException {
        String url = RealPostgres.newDatabase();
        refusesFailed(() -> Databases.connect(url));
    }

    @Test
    void aNewerDatabaseIsNeitherCopiedNorCopiedInto() throws IOException {
        Path newer = folder.resolve("newer.db");
        change(() -> Databases.open(newer), NEWER.formatted("999"));
        String url = RealPostgres.newDatabase();
        assertTrue(assertThrows(IOException.class, () -> DatabaseCopy.between(newer, url, "move"))
                .getMessage()
                .contains("newer version"));

        Path known = folder.resolve("known.db");
        Databases.open(known).close();
        change(() -> Databases.connect(url), NEWER.formatted("999"));
        assertTrue(assertThrows(IOException.class, () -> DatabaseCopy.between(known, url, "move"))
                .getMessage()
                .contains("newer version"));
        Databases.open(known).close();
    }

    private static void refusesNewer(Opening opening, String name) throws IOException {
        change(opening, NEWER.formatted("999.1"));
        IOException refused = assertThrows(IOException.class, opening::open);
        assertTrue(refused.getMessage().contains("newer version of the server"), refused.getMessage());
        assertTrue(refused.getMessage().contains("999.1"), refused.getMessage());
        assertTrue(refused.getMessage().contains(name), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
        // It is refused each time, and let go of each time.
        assertThrows(IOException.class, opening::open);
    }

    private static void refuses(Opening opening, String row, String why, String which) throws IOException {
        change(opening, row);
        IOException refused = assertThrows(IOException.class, opening::open);
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
        assertTrue(refused.getMessage().contains(which), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
    }

    private static void refusesFailed(Opening opening) throws IOException {
        change(opening, FAILED);
        IOException refused = assertThrows(IOException.class, opening::open);
        assertTrue(refused.getMessage().contains("half updated"), refused.getMessage());
        assertTrue(refused.getMessage().contains("version 10 "), refused.getMessage());
    }

    private static void change(Opening opening, String sql) throws IOException {
        try (Database database = opening.open()) {
            assertEquals(1, (int) database.write(handle -> handle.execute(sql)));
        }
    }
}
