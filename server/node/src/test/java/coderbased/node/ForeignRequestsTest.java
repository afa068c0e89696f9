package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Malformed targets and headers of strangers get a refusal in JSON and leave no line in the log. */
final class ForeignRequestsTest {

    private static final String UPGRADE =
            "Upgrade: websocket\r\nConnection: Upgrade, close\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    private static final String PLAIN = "Connection: close\r\n";
    private static final String JSON = "Content-Type: application/json";

    /**
     * No UTF-8: a byte that never occurs, an overlong zero, a surrogate, halves of a character, and no escapes at all.
     */
    private static final List<String> ESCAPES = List.of(
            "%ff",
            "%FE",
            "%c0%80",
            "%ed%a0%80",
            "%c3",
            "%a9",
            "%f4%90%80%80",
            "%c3&b=%a9",
            "%c3=%a9",
            "%",
            "%4",
            "%zz",
            "%u0041",
            "%-1",
            "%+1");

    @RegisterExtension
    static final ListenedNode NODE = new ListenedNode();

    @Test
    void invalidEscapesAreRefusedAtAnUpgrade() throws IOException {
        List<String> requests = new ArrayList<>();
        for (String escape : ESCAPES) {
            for (String path : List.of(Protocol.GUEST_PATH, Protocol.CHAT_PATH)) {
                requests.add(get(path + "?x=" + escape, UPGRADE));
                requests.add(get(path + "?" + escape, UPGRADE));
                requests.add(get(path + escape, UPGRADE));
                requests.add(get(path + "/" + escape + "?x", UPGRADE));
            }
        }
        assertRefused(requests);
    }

    @Test
    void anUpgradeElsewhereIsRefused() throws IOException {
        List<String> requests = new ArrayList<>();
        for (String path : List.of(
                "/",
                "/metrics",
                "/health/live",
                "/nowhere",
                "/%77s/guest",
                "//ws/guest",
                "/ws",
                "/WS/guest",
                "/ws/",
                "/ws/nowhere",
                "/ws/guest/x",
                "/ws/./guest/../x",
                "/x/../ws/nowhere",
                "/;x/ws/guest",
                AuthHttp.SESSIONS)) {
            requests.add(get(path, UPGRADE));
            requests.add(get(path + "?x=%ff", UPGRADE));
        }
        assertRefused(requests);
    }

    @Test
    void malformedTargetsAreRefused() throws IOException {
        List<String> requests = new ArrayList<>();
        for (String escape : ESCAPES) {
            for (String start : List.of("/", "/auth/links/", "/auth/devices/", "/files/", "/metrics/")) {
                requests.add(get(start + escape, PLAIN));
                requests.add(get("/nowhere?" + escape, PLAIN));
                requests.add(get("/metrics?x=" + escape, PLAIN));
            }
        }
        for (String target : List.of(
                "*",
                "x",
                "/a b",
                "/%00",
                "/%2f",
                "/%5c",
                "/..;/",
                "/a\\b",
                "http://",
                "http:///x",
                "http://localhost:99999/x",
                "http://localhost:a/x",
                "http://a@localhost/x",
                "localhost:1",
                "/\u00ff",
                "/?\u00ff",
                "/#x",
                "ftp://localhost/x",
                "/" + "a".repeat(9_000))) {
            requests.add(get(target, PLAIN));
        }
        assertRefused(requests);
    }

    @Test
    void malformedHeadersAreRefused() throws IOException {
        List<String> requests = new ArrayList<>();
        for (String host : List.of(
                "localhost:a",
                "localhost:99999",
                "localhost:-1",
                "[::1",
                "[::1%25lo]",
                "[x]",
                "a@b",
                "localhost/x",
                "localhost, evil",
                "evil\\@localhost",
                "evil#localhost",
                "a b",
                "%ff",
                "\u00ff",
                "[]:1",
                "localhost\r\nHost: evil",
                "localhost\r\nHost: localhost",
                "::1",
                "localhost:1:2")) {
            requests.add("GET /nowhere HTTP/1.1\r\nHost: " + host + "\r\n" + PLAIN + "\r\n");
            requests.add("GET /ws/guest HTTP/1.1\r\nHost: " + host + "\r\n" + UPGRADE + "\r\n");
        }
        for (String header : List.of(
                "Cookie: \u00ff=\u0001",
                "Cookie: a=\"b; c",
                "Cookie: ;;;=;=",
                "Cookie: $Version=1; a",
                "Accept-Language: ;q=x",
                "Accept: ;;",
                "Accept-Encoding: ;q=-1",
                "Range: bytes=x",
                "Expect: nothing",
                "Content-Length: x",
                "Transfer-Encoding: x",
                "If-None-Match: \"",
                "Content-Type: ;charset=",
                "Content-Type: text/plain; charset=nothing",
                "Authorization: \u00ff",
                "Origin: \u00ff",
                "X: " + "a".repeat(9_000),
                "no colon",
                ": none",
                "a b: c")) {
            requests.add(get("/nowhere?a=b", header + "\r\n" + PLAIN));
            requests.add(get("/ws/nowhere?a=b", header + "\r\n" + UPGRADE));
            requests.add(get("/nowhere?a=b", header + "\r\n" + PLAIN).replaceFirst("GET", "POST"));
            requests.add(get(AuthHttp.SESSIONS, header + "\r\n" + PLAIN).replaceFirst("GET", "POST"));
        }
        assertRefused(requests);
    }

    /** Two readers of one call may each take another one. */
    @Test
    void aCallHasOneContentTypeOnly() throws IOException {
        for (String types : List.of(JSON + "\r\n" + JSON, JSON + "\r\nContent-Type: text/plain")) {
            String answer = RawCall.answer(
                    NODE.port(),
                    "POST " + AuthHttp.SESSIONS + " HTTP/1.1\r\nHost: localhost\r\n" + PLAIN + types
                            + "\r\nContent-Length: 2\r\n\r\n{}");
            assertEquals(400, RawCall.status(answer), answer);
        }
    }

    private void assertRefused(List<String> requests) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String request : requests) {
            String answer = RawCall.answer(NODE.port(), request);
            if (RawCall.status(answer) / 100 != 4
                    || !isProblem(answer)
                    || !NODE.logged().isEmpty()) {
                wrong.add(request + "\n-> " + answer + "\n" + NODE.logged());
            }
            NODE.forget();
        }
        assertEquals(List.of(), wrong);
    }

    private static boolean isProblem(String answer) {
        String[] parts = answer.split("\r\n\r\n", 2);
        try {
            return parts.length == 2
                    && !Wire.read(parts[1], Problem.class).message().isEmpty();
        } catch (Wire.Malformed _) {
            return false;
        }
    }

    private static String get(String target, String headers) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }
}
