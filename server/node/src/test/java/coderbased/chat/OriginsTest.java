package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.auth.linking.LinkCheck;
import coderbased.http.TrustedProxies;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.Protocol;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A web page opens a WebSocket only where its origin is one of those that may, letter for letter (RFC 6455 section
 * 10.2).
 */
final class OriginsTest {

    private static final String MAY = "https://chat.example.org";
    private static final String MAY_TOO = "https://beta.example.org:8443";
    private static final List<String> MAY_NOT = List.of(
            "",
            "null",
            "*",
            "https://evil.example",
            "http://chat.example.org",
            "https://chat.example.org/",
            "https://chat.example.org:443",
            "https://chat.example.org:8443",
            "https://chat.example.org.evil.example",
            "https://evilchat.example.org",
            "https://a.chat.example.org",
            "https://example.org",
            "https://chat-example.org",
            "https://chatXexample.org",
            "https://CHAT.example.org",
            "HTTPS://chat.example.org",
            "https://chat.example.org@evil.example",
            "https://evil.example/https://chat.example.org",
            "https://evil.example#https://chat.example.org",
            "https://evil.example?https://chat.example.org",
            "https://chat.example.org, https://evil.example",
            "https://evil.example https://chat.example.org",
            "https://chat.example.org https://evil.example",
            "https://chat.example.org\u00a0",
            "https://chat.example.org%00",
            "https://chat.example.org.",
            "https:chat.example.org",
            "//chat.example.org",
            "chat.example.org",
            "wss://chat.example.org",
            "ws://chat.example.org",
            "file://",
            "file:///chat.example.org",
            "data:text/html,https://chat.example.org",
            "chrome-extension://chat.example.org",
            "https://beta.example.org",
            "https://beta.example.org:443",
            "https://beta.example.org:08443",
            "http://127.0.0.1",
            "http://localhost",
            "http://[::1]",
            "https://\u0441hat.example.org");

    private static Node node;

    @BeforeAll
    static void start(@TempDir Path data) {
        Settings.Trust trust =
                new Settings.Trust(LinkCheck.ADAPTIVE, Set.of(MAY, MAY_TOO), false, TrustedProxies.NONE, null);
        node = Node.start(Settings.standard(data).with(trust).withPort(0), Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void onlyAllowedOriginsAreAccepted() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String path : List.of(Protocol.GUEST_PATH, Protocol.CHAT_PATH)) {
            for (String origin : MAY_NOT) {
                check(path, "Origin: " + origin + "\r\n", 403, wrong);
            }
            check(path, "Origin: " + MAY + "\r\nOrigin: https://evil.example\r\n", 403, wrong);
            check(path, "Origin: https://evil.example\r\nOrigin: " + MAY + "\r\n", 403, wrong);
            for (String origin : List.of(MAY, MAY_TOO)) {
                check(path, "Origin: " + origin + "\r\n", 101, wrong);
            }
            check(path, "", 101, wrong);
        }
        assertEquals(List.of(), wrong);
    }

    private static void check(String path, String origin, int wanted, List<String> wrong) throws IOException {
        try (Socket socket = RawHandshake.send(node.port(), path, origin)) {
            String head = RawHandshake.head(socket);
            if (!head.startsWith("HTTP/1.1 " + wanted + " ")) {
                wrong.add(path + " " + origin.strip() + ": not " + wanted + " but " + head);
            }
        }
    }
}
