package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reasons why a database is unusable are worded with their remedies. */
final class PostgresFactsTest {

    private static final PostgresFacts.Place EMPTY = new PostgresFacts.Place("chat", "public", true, false, null);

    @Test
    void onlyADatabaseThatCanServeIsUsed() {
        assertEquals(
                Optional.empty(), facts(140_000, "UTF8", false, false, EMPTY).objection(null));
        assertObjection("PostgreSQL 13, and this server needs version 14", facts(130_012, "UTF8", false, false, EMPTY));
        assertObjection("PostgreSQL 9,", facts(90_624, "UTF8", false, false, EMPTY));
        assertObjection("its encoding is SQL_ASCII", facts(180_000, "SQL_ASCII", false, false, EMPTY));
        assertObjection("Use the primary", facts(180_000, "UTF8", true, false, EMPTY));
    }

    @Test
    void placeOfTheTablesIsChecked() {
        PostgresFacts.Place used = new PostgresFacts.Place("chat", "public", false, true, "accounts");
        assertEquals(
                Optional.empty(), facts(180_000, "UTF8", false, false, used).objection(null));
        String many = "t, ".repeat(1_000);
        PostgresFacts foreign = at(new PostgresFacts.Place("chat", "public", true, false, many));
        assertTrue(foreign.objection(null).orElseThrow().length() < 400);
        assertObjection(
                "GRANT CREATE ON SCHEMA public TO chat",
                at(new PostgresFacts.Place("chat", "public", false, false, null)));
        assertObjection("may use no schema", at(new PostgresFacts.Place("chat", null, false, false, null)));
    }

    @Test
    void schemaThatAPoolerIgnoresIsRefused() {
        assertTrue(facts(180_000, "UTF8", false, true, EMPTY)
                .objection("shop")
                .orElseThrow()
                .contains("ALTER ROLE chat SET search_path = shop"));
        assertEquals(
                Optional.empty(), facts(180_000, "UTF8", false, true, EMPTY).objection("public"));
    }

    @ParameterizedTest
    @CsvSource({
        "28P01, refuses the user or the password",
        "28000, pg_hba.conf",
        "08004, asks for a password",
        "3D000, no database of that name",
        "53300, max_connections",
        "57P03, starting or stopping",
        "42501, lacks a right: some words"
    })
    void stateNamesTheCause(String state, String cause) {
        assertCause(cause, new RuntimeException(new SQLException("FATAL: some words.\n  Hint: more", state)));
    }

    @Test
    void poolerIsNamed() {
        String statement = "ERROR: transaction blocks not allowed in statement pooling mode";
        assertCause("Set pool_mode = transaction there", new SQLException(statement, "08P01"));
        String parameter = "FATAL: unsupported startup parameter: options";
        assertCause("startup parameter: options. Remove it", new SQLException(parameter, "08P01"));
    }

    @Test
    void networkNamesTheCause() {
        assertNetwork("no address was found", new UnknownHostException("db"));
        assertNetwork("nothing listens", new ConnectException("Connection refused"));
        assertNetwork("does not answer", new ConnectException("Connection timed out"));
        assertNetwork("does not answer", new SocketTimeoutException("Connect timed out"));
        assertNetwork("does not speak TLS", new SSLException("Unsupported or unrecognized SSL message"));
        assertNetwork("no TLS connection could be agreed on", new SSLHandshakeException("handshake_failure"));
        Exception other = new CertificateException("No name matching db found");
        assertNetwork("for another host name", new SSLHandshakeException("no", other));
        Exception old =
                new CertPathValidatorException("validity check failed", new CertificateExpiredException("then"));
        assertNetwork("has expired", new SSLHandshakeException("no", old));
        assertNetwork("does not trust", new SSLHandshakeException("no", new CertPathValidatorException("no anchor")));
        assertNetwork("cannot be read: ca.pem", new FileNotFoundException("ca.pem"));
    }

    private static PostgresFacts at(PostgresFacts.Place place) {
        return facts(180_000, "UTF8", false, false, place);
    }

    private static PostgresFacts facts(
            int version, String encoding, boolean readOnly, boolean pooled, PostgresFacts.Place place) {
        return new PostgresFacts(version, encoding, readOnly, pooled, place);
    }

    private static void assertObjection(String words, PostgresFacts facts) {
        String said = facts.objection(null).orElseThrow();
        assertTrue(said.contains(words), said);
    }

    private static void assertNetwork(String words, Exception cause) {
        assertCause(words, new SQLException("The connection attempt failed.", "08001", cause));
    }

    private static void assertCause(String words, Exception failure) {
        String said = PostgresCause.of(failure);
        assertTrue(said.contains(words), said);
        assertTrue(said.endsWith("."), said);
        assertFalse(said.contains("Exception"), said);
        assertFalse(said.contains("Hint"), said);
    }
}
