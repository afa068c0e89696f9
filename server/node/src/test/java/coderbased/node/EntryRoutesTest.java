package coderbased.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.Protocol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that no client of ours makes are refused at the entry, in words, and are no news for the log. */
final class EntryRoutesTest {

    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
    private static final String UPGRADE = "Upgrade: websocket";
    private static final String CONNECTION = "Connection: Upgrade";
    private static final String VERSION = "Sec-WebSocket-Version: 13";
    private static final List<String> PATHS = List.of(Protocol.GUEST_PATH, Protocol.CHAT_PATH);

    @RegisterExtension
    static final ListenedNode NODE = new ListenedNode();

    @Test
    void malformedHandshakesAreRefusedInWords() throws IOException {
        Map<String, String> wrong = new TreeMap<>();
        for (String path : PATHS) {
            for (Map.Entry<String, String> malformed : malformed(path).entrySet()) {
                String answer = RawCall.answer(NODE.port(), malformed.getValue());
                if (RawCall.status(answer) / 100 != 4 || answer.contains("Exception")) {
                    wrong.put(
                            path + " " + malformed.getKey(),
                            answer.lines().findFirst().orElse("nothing"));
                }
            }
        }
        assertEquals(Map.of(), wrong);
        assertEquals(List.of(), NODE.warnings());
    }

    @Test
    void anotherVersionIsToldTheSupportedOne() throws IOException {
        String answer = RawCall.answer(
                NODE.port(), get(Protocol.GUEST_PATH, UPGRADE, CONNECTION, KEY, "Sec-WebSocket-Version: 8"));
        assertEquals(426, RawCall.status(answer));
        assertTrue(answer.contains("Sec-WebSocket-Version: 13"), answer);
    }

    @Test
    void noSubprotocolIsSelected() throws IOException {
        for (String path : PATHS) {
            for (String offered : List.of("evil", "evil, worse", "chat", "coderbased")) {
                String head = upgrade(get(
                        path,
                        UPGRADE,
                        "Connection: keep-alive, Upgrade",
                        KEY,
                        VERSION,
                        "Sec-WebSocket-Protocol: " + offered));
                assertTrue(head.startsWith("HTTP/1.1 101 "), head);
                assertFalse(head.toLowerCase(Locale.ROOT).contains("sec-websocket-protocol"), head);
            }
        }
    }

    @Test
    void noExtensionIsAgreedTo() throws IOException {
        for (String offered : List.of("permessage-deflate", "permessage-deflate; unknown=1", "x; y=\"z\", w")) {
            String head = upgrade(get(
                    Protocol.GUEST_PATH, UPGRADE, CONNECTION, KEY, VERSION, "Sec-WebSocket-Extensions: " + offered));
            assertTrue(head.startsWith("HTTP/1.1 101 "), head);
            assertFalse(head.toLowerCase(Locale.ROOT).contains("sec-websocket-extensions"), head);
        }
        assertEquals(List.of(), NODE.warnings());
    }

    @Test
    void theRequestLineDecidesTheMethod() throws IOException {
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method")) {
            String read = RawCall.answer(
                    NODE.port(), get("/health/live?_method=POST", header + ": POST", "Connection: close"));
            assertEquals(200, RawCall.status(read), header);
            String written = RawCall.answer(
                    NODE.port(),
                    get("/health/live?_method=GET", header + ": GET", "Connection: close")
                            .replaceFirst("GET", "POST"));
            assertEquals(404, RawCall.status(written), header);
        }
    }

    @Test
    void anotherServersNameIsRefusedEverywhere() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String path : List.of("/metrics", "/health/live", AuthHttp.SERVER, "/nowhere", Protocol.GUEST_PATH)) {
            for (String request : List.of(
                    "GET " + path + " HTTP/1.1\r\nHost: evil.example:7070\r\nConnection: close\r\n\r\n",
                    "GET http://evil.example" + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
                    "GET " + path + " HTTP/1.0\r\nHost: evil.example\r\n\r\n")) {
                String answer = RawCall.answer(NODE.port(), request);
                if (RawCall.status(answer) != 421 || !answer.contains("--allowed-hosts")) {
                    wrong.add(request.lines().findFirst().orElseThrow() + ": " + answer);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(List.of(), NODE.warnings());
    }

    @Test
    void aWebPageCannotSignUpWithoutPreflight() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String path : List.of(AuthHttp.ACCOUNTS, AuthHttp.SESSIONS)) {
            for (String type : List.of(
                    "Content-Type: text/plain",
                    "Content-Type: text/plain; charset=application/json",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Type: multipart/form-data; boundary=application/json",
                    "Content-Type: application/jsonp",
                    "Content-Type:",
                    "X-None: there is none")) {
                String body = "{}";
                String answer = RawCall.answer(
                        NODE.port(),
                        "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + type
                                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
                if (RawCall.status(answer) != 415) {
                    wrong.add(path + " " + type + ": "
                            + answer.lines().findFirst().orElse("nothing"));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static Map<String, String> malformed(String path) {
        Map<String, String> requests = new TreeMap<>();
        requests.put("no key", get(path, UPGRADE, CONNECTION, VERSION));
        requests.put("an empty key", get(path, UPGRADE, CONNECTION, VERSION, "Sec-WebSocket-Key:"));
        requests.put("two keys", get(path, UPGRADE, CONNECTION, VERSION, KEY, KEY));
        requests.put("a short key", get(path, UPGRADE, CONNECTION, VERSION, "Sec-WebSocket-Key: dGhlIHNhbXBsZQ=="));
        requests.put(
                "a key that is no base64",
                get(path, UPGRADE, CONNECTION, VERSION, "Sec-WebSocket-Key: ????????????????????????"));
        requests.put("no version", get(path, UPGRADE, CONNECTION, KEY));
        requests.put("an empty version", get(path, UPGRADE, CONNECTION, KEY, "Sec-WebSocket-Version:"));
        requests.put("two versions", get(path, UPGRADE, CONNECTION, KEY, VERSION, "Sec-WebSocket-Version: 8"));
        requests.put("versions in a list", get(path, UPGRADE, CONNECTION, KEY, "Sec-WebSocket-Version: 13, 8"));
        requests.put("a version with a zero", get(path, UPGRADE, CONNECTION, KEY, "Sec-WebSocket-Version: 013"));
        requests.put("no upgrade", get(path, CONNECTION, KEY, VERSION));
        requests.put("another upgrade", get(path, "Upgrade: h2c", CONNECTION, KEY, VERSION));
        requests.put("two upgrades", get(path, UPGRADE, "Upgrade: h2c", CONNECTION, KEY, VERSION));
        requests.put("no connection", get(path, UPGRADE, KEY, VERSION, "Connection: close"));
        requests.put("nothing of it", get(path, "Connection: close"));
        requests.put("only the version", get(path, VERSION, "Connection: close"));
        requests.put("only the key", get(path, KEY, "Connection: close"));
        requests.put(
                "malformed extensions",
                get(path, UPGRADE, CONNECTION, KEY, VERSION, "Sec-WebSocket-Extensions: ;;=\"", "Connection: close"));
        requests.put(
                "an extension with an open quote",
                get(path, UPGRADE, CONNECTION, KEY, VERSION, "Sec-WebSocket-Extensions: a; b=\"c"));
        requests.put(
                "a malformed subprotocol", get(path, UPGRADE, CONNECTION, KEY, VERSION, "Sec-WebSocket-Protocol: a b"));
        requests.put(
                "a subprotocol twice", get(path, UPGRADE, CONNECTION, KEY, VERSION, "Sec-WebSocket-Protocol: a, a"));
        requests.put("an escape in the query", get(path + "?a=%zz", UPGRADE, CONNECTION, KEY, VERSION));
        requests.put("an escape that is cut off", get(path + "?a=%4", UPGRADE, CONNECTION, KEY, VERSION));
        requests.put("POST", get(path, UPGRADE, CONNECTION, KEY, VERSION).replaceFirst("GET", "POST"));
        requests.put("PUT", get(path, UPGRADE, CONNECTION, KEY, VERSION).replaceFirst("GET", "PUT"));
        requests.put("HTTP/1.0", get(path, UPGRADE, CONNECTION, KEY, VERSION).replace("HTTP/1.1", "HTTP/1.0"));
        requests.put("a body", get(path, UPGRADE, CONNECTION, KEY, VERSION, "Content-Length: 2") + "{}");
        return requests;
    }

    /** The last header ends the connection, so that all of the answer can be read. */
    private static String get(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
    }

    private static String upgrade(String request) throws IOException {
        try (var socket = new java.net.Socket("127.0.0.1", NODE.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) socket.getInputStream().read());
            }
            return head.toString();
        }
    }
}
