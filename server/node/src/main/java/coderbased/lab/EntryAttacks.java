package coderbased.lab;

import coderbased.http.TrustedProxies;
import coderbased.lab.Attack.Sight;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Protocol;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Attacks by requests that no client of ours makes, written byte by byte. */
final class EntryAttacks {

    private static final int PATIENCE_MILLIS = (int) TimeUnit.SECONDS.toMillis(20);
    private static final String UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n";
    private static final String KEY = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    private EntryAttacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack("session by upgrade", "a refused WebSocket leaves a session behind", EntryAttacks::session),
                new Attack("malformed handshake", "a WebSocket is opened without a key", EntryAttacks::handshake),
                new Attack("foreign host", "the server is called by another server's name", EntryAttacks::foreignHost),
                new Attack(
                        "post without asking", "a web page signs up with a text/plain body", EntryAttacks::plainText));
    }

    private static Sight session(TargetServer ground) throws IOException {
        String answer =
                answer(ground, "GET " + Protocol.GUEST_PATH, UPGRADE + KEY + "Origin: https://evil.example\r\n", "");
        boolean refused = answer.startsWith("HTTP/1.1 403 ");
        boolean named = answer.toLowerCase(Locale.ROOT).contains("set-cookie");
        return Sight.of(refused && !named, "refused, and no session is kept", "a session is kept");
    }

    private static Sight handshake(TargetServer ground) throws IOException {
        String answer = answer(ground, "GET " + Protocol.GUEST_PATH, UPGRADE, "");
        return Sight.of(answer.startsWith("HTTP/1.1 400 "), "400", "not refused in words");
    }

    /** Names a foreign host in one place only, so that the request contradicts itself. */
    private static Sight foreignHost(TargetServer ground) throws IOException {
        String own = ground.socket("/").getAuthority();
        List<String> answered = new ArrayList<>();
        for (String path : List.of("/metrics", "/health/live", AuthHttp.SERVER, Protocol.GUEST_PATH)) {
            for (String request : List.of(
                    path + " HTTP/1.1\r\nHost: evil.example",
                    path + " HTTP/1.1\r\nHost: evil.example:"
                            + ground.socket("/").getPort(),
                    path + " HTTP/1.1\r\nHost: localhost.evil.example",
                    "http://evil.example" + path + " HTTP/1.1\r\nHost: evil.example",
                    "http://evil.example" + path + " HTTP/1.1\r\nHost: " + own,
                    "https://" + own + "@evil.example" + path + " HTTP/1.1\r\nHost: " + own)) {
                String answer = raw(ground, "GET " + request + "\r\n" + UPGRADE + KEY + "\r\n");
                if (!answer.startsWith("HTTP/1.1 4")) {
                    answered.add(request.lines().findFirst().orElseThrow());
                }
            }
        }
        return Sight.of(answered.isEmpty(), "refused by every path", "answered: " + String.join(", ", answered));
    }

    private static Sight plainText(TargetServer ground) throws IOException {
        String answer = answer(ground, "POST " + AuthHttp.ACCOUNTS, "Content-Type: text/plain\r\n", "{}");
        return Sight.of(answer.startsWith("HTTP/1.1 415 "), "415", "read all the same");
    }

    /** Returns the head of the answer, or an empty text where there is none. */
    private static String answer(TargetServer ground, String request, String headers, String body) throws IOException {
        String host = ground.socket("/").getAuthority();
        return raw(
                ground,
                request + " HTTP/1.1\r\nHost: " + host + "\r\n" + TrustedProxies.HEADER + ": " + TargetServer.NEAR
                        + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Returns the head of the answer to these bytes, or an empty text where there is none. */
    private static String raw(TargetServer ground, String call) throws IOException {
        URI server = ground.socket("/");
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
            StringBuilder head = new StringBuilder();
            int next;
            while (head.indexOf("\r\n\r\n") < 0
                    && (next = socket.getInputStream().read()) >= 0) {
                head.append((char) next);
            }
            return head.toString();
        }
    }
}
