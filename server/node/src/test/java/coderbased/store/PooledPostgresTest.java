package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.ChatWrite;
import coderbased.store.chat.SqlChatStore;
import coderbased.store.copy.DatabaseCopy;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL behind a pooler that gives each transaction another connection serves as one without it. */
final class PooledPostgresTest {

    private static final int CONNECTIONS = 3;

    /** More often than the driver needs to prepare a statement on the server. */
    private static final int OFTEN = 20;

    @TempDir
    private Path folder;

    private final String direct = RealPostgres.newDatabase();
    private final String database = direct.replaceAll(".*/(test\\d+).*", "$1");
    private TransactionPooler pooler;
    private String url;

    @BeforeEach
    void start() throws IOException {
        int port = URI.create(direct.substring("jdbc:".length())).getPort();
        // Only what this server sets itself may count.
        run(direct, "ALTER DATABASE " + database + " SET synchronous_commit = off");
        run(direct, "ALTER DATABASE " + database + " SET default_transaction_isolation = serializable");
        run(direct, "ALTER DATABASE " + database + " SET statement_timeout = '7s'");
        pooler = new TransactionPooler(port, "postgres", database, CONNECTIONS);
        url = direct.replace(":" + port + "/", ":" + pooler.port() + "/");
    }

    @AfterEach
    void stop() throws IOException {
        pooler.close();
    }

    @Test
    void everyTransactionWorksOnAnotherConnection() throws Exception {
        try (Database database = Databases.connect(url)) {
            SqlChatStore store = new SqlChatStore(database);
            for (int i = 0; i < OFTEN; i++) {
                store.commit(List.of(new ChatWrite.OpenDirect("c" + i, "ada", "bob" + i)), Instant.EPOCH);
                assertEquals(i + 1, store.conversationsOf("ada").size());
                assertEquals("on", database.write(handle -> shown(handle, "synchronous_commit")));
                assertEquals("read committed", database.write(handle -> shown(handle, "transaction_isolation")));
                assertEquals("repeatable read", database.read(handle -> shown(handle, "transaction_isolation")));
                assertEquals("on", database.read(handle -> shown(handle, "transaction_read_only")));
            }
            Eventually.holds("an idle server holds no connection", () -> pooler.idle() == CONNECTIONS);
        }
        assertNothingIsLeftOnConnections();
    }

    @Test
    void databaseIsMovedThroughAPoolerWithoutATimeLimit() throws Exception {
        Path file = folder.resolve("chat.db");
        try (Database here = Databases.open(file)) {
            new SqlChatStore(here).commit(List.of(new ChatWrite.OpenDirect("c1", "ada", "bob")), Instant.EPOCH);
        }
        try (DatabaseCopy move = DatabaseCopy.between(file, url, "move")) {
            move.run((table, rows, of) -> {});
        }
        PostgresServer server = new PostgresServer(url, 1, UnaryOperator.identity());
        try (Database there = PostgresDatabase.openTo(server)) {
            assertEquals("0", there.read(handle -> shown(handle, "statement_timeout")));
            assertEquals("0", there.write(handle -> shown(handle, "statement_timeout")));
            assertEquals(1, new SqlChatStore(there).conversationsOf("ada").size());
        }
        assertNothingIsLeftOnConnections();
    }

    @Test
    void schemaThatThePoolerIgnoresIsRefused() {
        IOException refused =
                assertThrows(IOException.class, () -> Databases.connect(url + "&currentSchema=elsewhere"));
        assertTrue(
                refused.getMessage().contains("ALTER ROLE postgres SET search_path = elsewhere"), refused.getMessage());
    }

    /** The next user of each connection finds it as the database was set up. */
    private void assertNothingIsLeftOnConnections() throws Exception {
        for (int i = 0; i < CONNECTIONS; i++) {
            try (Connection connection = DriverManager.getConnection(url + "&prepareThreshold=0");
                    Statement statement = connection.createStatement()) {
                assertEquals("off", first(statement, "SHOW synchronous_commit"));
                assertEquals("serializable", first(statement, "SHOW transaction_isolation"));
                assertEquals("7s", first(statement, "SHOW statement_timeout"));
                assertEquals("0", first(statement, "SELECT COUNT(*) FROM pg_prepared_statements WHERE name <> ''"));
            }
        }
    }

    private static String shown(Handle handle, String setting) {
        return handle.createQuery("SHOW " + setting).mapTo(String.class).one();
    }

    private static String first(Statement statement, String sql) throws Exception {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void run(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }
}
