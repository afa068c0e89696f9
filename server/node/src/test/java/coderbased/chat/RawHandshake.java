package coderbased.chat;

import coderbased.protocol.Protocol;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A WebSocket opened by hand (RFC 6455 section 4.1), by a client that does nothing of its own accord afterwards. */
final class RawHandshake {

    private RawHandshake() {}

    /** Opens a guest connection; {@code header} is one more line of the request, or nothing. */
    static Socket open(int port, String header) throws IOException {
        Socket socket = send(port, header);
        head(socket);
        return socket;
    }

    static Socket send(int port, String header) throws IOException {
        return send(port, Protocol.GUEST_PATH, header);
    }

    static Socket send(int port, String path, String header) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout((int) TestSocket.LIMIT_SECONDS * 1_000);
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" + header + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** The answer's head. */
    static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        int next;
        while (head.indexOf("\r\n\r\n") < 0 && (next = socket.getInputStream().read()) >= 0) {
            head.append((char) next);
        }
        return head.toString();
    }
}
