package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.FileHttp;
import coderbased.protocol.Protocol;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that none of our clients sends are refused, reveal nothing of the server's inside, and do not stop it. */
final class OddRequestsTest {

    private static final List<String> METHODS =
            List.of("TRACE", "TRACK", "CONNECT", "PROPFIND", "LOCK", "FOO", "get", "GET/POST");
    private static final List<String> PATHS = List.of(
            AuthHttp.ACCOUNTS,
            AuthHttp.SESSIONS,
            AuthHttp.OWN_SESSION,
            AuthHttp.PASSWORD,
            AuthHttp.LINKS,
            AuthHttp.DEVICES,
            AuthHttp.JWKS,
            AuthHttp.ADMIN_ACCOUNTS,
            FileHttp.UPLOADS,
            Protocol.GUEST_PATH,
            Protocol.CHAT_PATH,
            "/health/live",
            "/",
            "/../../etc/passwd",
            "/auth/%2e%2e/admin/accounts",
            "/auth/devices/%00");

    private static Node node;

    @BeforeAll
    static void start(@TempDir Path data) {
        node = Node.start(Settings.standard(data).withPort(0), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void unknownMethodsAreRefused() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String method : METHODS) {
            for (String path : PATHS) {
                refused(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", wrong);
            }
        }
        assertEquals(List.of(), wrong);
        stillServes();
    }

    /** Requests whose end two readers may see at different places (RFC 9112 section 11.2). */
    @Test
    void requestsWithTwoLengthsAreRefused() throws IOException {
        Map<String, String> requests = Map.ofEntries(
                Map.entry("both lengths", head("Content-Length: 4", "Transfer-Encoding: chunked") + "0\r\n\r\n"),
                Map.entry("two lengths", head("Content-Length: 2", "Content-Length: 30") + "{}"),
                Map.entry("a list of lengths", head("Content-Length: 2, 30") + "{}"),
                Map.entry("a negative length", head("Content-Length: -2") + "{}"),
                Map.entry("a length with a sign", head("Content-Length: +2") + "{}"),
                Map.entry("a length in hex", head("Content-Length: 0x2") + "{}"),
                Map.entry("a huge length", head("Content-Length: 99999999999999999999") + "{}"),
                Map.entry("an unknown coding", head("Transfer-Encoding: xchunked") + "2\r\n{}\r\n0\r\n\r\n"),
                Map.entry("a coding after chunked", head("Transfer-Encoding: chunked, identity") + "0\r\n\r\n"),
                Map.entry("a space before the colon", head("Content-Length : 2") + "{}"),
                Map.entry("a folded header", head("X-Odd: a\r\n Content-Length: 2") + "{}"),
                Map.entry("no host", "GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n"),
                Map.entry("two hosts", head("Host: elsewhere", "Content-Length: 2") + "{}"),
                Map.entry("a zero in a header", head("X-Odd: a\0b", "Content-Length: 2") + "{}"),
                Map.entry("a chunk of no size", head("Transfer-Encoding: chunked") + "zz\r\n{}\r\n0\r\n\r\n"));
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> request : requests.entrySet()) {
            String answer = RawCall.answer(node.port(), request.getValue());
            if (RawCall.status(answer) / 100 != 4 || answer.lastIndexOf("HTTP/1.1 ") > 0) {
                wrong.add(request.getKey() + ": " + answer.lines().findFirst().orElse("nothing"));
            }
            tellsNothing(answer);
        }
        assertEquals(List.of(), wrong);
        stillServes();
    }

    private static void refused(String request, List<String> wrong) throws IOException {
        String answer = RawCall.answer(node.port(), request);
        if (RawCall.status(answer) / 100 != 4) {
            wrong.add(request.lines().findFirst().orElseThrow() + ": "
                    + answer.lines().findFirst().orElse("nothing"));
        }
        tellsNothing(answer);
    }

    private static void tellsNothing(String answer) {
        assertFalse(answer.contains("Exception") || answer.contains("\tat "), answer);
        assertFalse(answer.contains("Jetty"), answer);
    }

    private static String head(String... headers) {
        return "POST " + AuthHttp.SESSIONS
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private static void stillServes() throws IOException {
        String polite = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        assertTrue(RawCall.answer(node.port(), polite).startsWith("HTTP/1.1 200"));
    }
}
