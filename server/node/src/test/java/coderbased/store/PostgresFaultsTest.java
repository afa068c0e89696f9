package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault of a database is named at the start by its cause, with the remedy, before anything is written. */
final class PostgresFaultsTest {

    private static final String ENTRIES = """
            host all asked 127.0.0.1/32 scram-sha-256
            hostssl all veiled 127.0.0.1/32 trust
            host all veiled 127.0.0.1/32 reject
            """;

    @TempDir
    private static Path folder;

    private static Path rights;
    private static String before;
    private static SelfSigned certificate;

    private final String url = RealPostgres.newDatabase().replace("//localhost:", "//127.0.0.1:");
    private final String database = url.replaceAll(".*/(test\\d+).*", "$1");

    @BeforeAll
    static void prepare() throws Exception {
        String admin = RealPostgres.newDatabase();
        rights = Path.of(answer(admin, "SHOW hba_file"));
        before = Files.readString(rights);
        Files.writeString(rights, ENTRIES + before);
        run(admin, "CREATE ROLE asked LOGIN PASSWORD 'sesame'");
        run(admin, "CREATE ROLE veiled LOGIN");
        run(admin, "CREATE ROLE poor LOGIN");
        run(admin, "CREATE ROLE crowd LOGIN CONNECTION LIMIT 0");
        run(admin, "SELECT pg_reload_conf()");
        certificate = SelfSigned.in(folder);
    }

    @AfterAll
    static void restore() throws Exception {
        if (before != null) {
            Files.writeString(rights, before);
            run(RealPostgres.newDatabase(), "SELECT pg_reload_conf()");
        }
    }

    @Test
    void encodingThatCannotHoldEveryNameIsRefused() throws Exception {
        for (String encoding : new String[] {"LATIN1", "SQL_ASCII"}) {
            String name = "odd_" + encoding.toLowerCase() + "_" + database;
            run(url, "CREATE DATABASE " + name + " ENCODING '" + encoding + "' LOCALE 'C' TEMPLATE template0");
            String odd = url.replace("/" + database, "/" + name);
            refuses(odd, "its encoding is " + encoding, "CREATE DATABASE chat ENCODING 'UTF8' TEMPLATE template0");
            assertEquals("0", answer(odd, "SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'public'"));
        }
    }

    @Test
    void wrongNamesAreToldApart() throws Exception {
        refuses(url.replace("/" + database, "/nowhere"), "no database of that name", "CREATE DATABASE");
        refuses(url.replace("//127.0.0.1:", "//host.invalid:"), "no address was found", "host in --database");
        refuses(as("asked") + "&password=sesam", "refuses the user or the password", "in --database");
        refuses(as("asked"), "asks for a password", "&password=");
        refuses(as("nobody"), "does not let this user in", "pg_hba.conf");
        refuses(url.replace("//", "//asked:sesame@"), "user and password cannot stand before its host", "?user=");
        refuses(as("crowd"), "no connection left", "opens up to 12");
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            String nobody = "jdbc:postgresql://127.0.0.1:" + bound.getLocalPort() + "/chat?password=sesame";
            refuses(nobody, "nothing listens", "host and port in --database");
        }
    }

    @Test
    void userWithoutRightsIsToldWhichToGrant() throws Exception {
        refuses(as("poor"), "may not create tables", "GRANT CREATE ON SCHEMA public TO poor");
        run(url, "REVOKE USAGE ON SCHEMA public FROM PUBLIC");
        refuses(as("poor"), "may use no schema", "GRANT USAGE, CREATE ON SCHEMA public TO poor");
        run(url, "GRANT USAGE ON SCHEMA public TO poor");
        Databases.connect(url).close();
        refuses(as("poor"), "lacks a right", "GRANT SELECT, INSERT, UPDATE and DELETE");
        run(url, "GRANT SELECT ON flyway_schema_history, moves TO poor");
        refuses(as("poor"), "accounts", "GRANT that");
        run(url, "REVOKE CONNECT ON DATABASE " + database + " FROM PUBLIC");
        refuses(as("poor"), "lacks a right", database);
    }

    @Test
    void tablesOfAnotherProgramStayAsTheyAre() throws Exception {
        run(url, "CREATE FUNCTION theirs() RETURNS int LANGUAGE sql AS 'SELECT 1'");
        refuses(url, "objects of another program", "currentSchema in --database");
        run(url, "CREATE TABLE accounts (theirs TEXT)");
        run(url, "CREATE VIEW sessions AS SELECT * FROM accounts");
        refuses(url, "tables of another program (accounts, sessions)", "currentSchema in --database");
        run(url, "CREATE TABLE flyway_schema_history (installed_rank INT, script TEXT)");
        run(url, "INSERT INTO flyway_schema_history VALUES (1, 'V1__shop.sql')");
        refuses(url, "tables of another program", "currentSchema in --database");
        assertEquals(
                "theirs",
                answer(
                        url,
                        "SELECT attname FROM pg_attribute WHERE attrelid = 'accounts'::regclass" + " AND attnum = 1"));
        run(url, "CREATE SCHEMA ours");
        PostgresServer.at(url + "&currentSchema=ours").requireUsable();
    }

    @Test
    void tlsIsNamedByWhatIsMissing() throws Exception {
        refuses(url + "&sslmode=require", "does not speak TLS", "sslmode in --database");
        refuses(as("veiled") + "&sslmode=disable", "does not let this user in", "pg_hba.conf");
        try {
            run(url, "ALTER SYSTEM SET ssl_cert_file = '" + certificate.certificate() + "'");
            run(url, "ALTER SYSTEM SET ssl_key_file = '" + certificate.key() + "'");
            run(url, "ALTER SYSTEM SET ssl = on");
            run(url, "SELECT pg_reload_conf()");
            String veiled = as("veiled") + "&sslmode=verify-full";
            refuses(veiled + "&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory", "does not trust", "&sslrootcert=");
            refuses(veiled + "&sslrootcert=" + folder.resolve("none.crt"), "cannot be read", "sslrootcert");
            String trusted = veiled + "&sslrootcert=" + certificate.certificate();
            refuses(trusted.replace("//127.0.0.1:", "//localhost:"), "for another host name", "in --database");
            run(url, "GRANT CREATE ON SCHEMA public TO veiled");
            PostgresServer.at(trusted).requireUsable();
        } finally {
            run(url, "ALTER SYSTEM RESET ALL");
            run(url, "SELECT pg_reload_conf()");
        }
    }

    private String as(String user) {
        return url.replace("user=postgres", "user=" + user);
    }

    private static void refuses(String url, String cause, String remedy) {
        String said =
                assertThrows(IOException.class, () -> Databases.connect(url)).getMessage();
        assertTrue(said.startsWith("The database jdbc:postgresql://"), said);
        assertTrue(said.contains(cause), said);
        assertTrue(said.contains(remedy), said);
        assertEquals(1, said.lines().count(), said);
        for (String word : new String[] {"sesam", "Exception", "baseline", "Flyway", "SQL state", "org."}) {
            assertFalse(said.contains(word), said);
        }
    }

    private static void run(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
