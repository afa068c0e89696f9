package coderbased.client.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/** WebSocket server on raw sockets; the test controls each connection byte by byte. */
final class RawWebSocketServer implements AutoCloseable {

    /** Handles one connection; the server closes it afterwards. */
    interface Visit {
        void with(Connection connection) throws Exception;
    }

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ServerSocket listening;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    RawWebSocketServer(Visit visit) throws IOException {
        this(ServerSocketFactory.getDefault(), visit);
    }

    RawWebSocketServer(ServerSocketFactory sockets, Visit visit) throws IOException {
        listening = sockets.createServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(() -> accept(visit));
    }

    int port() {
        return listening.getLocalPort();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept(Visit visit) {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(visit, socket));
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private static void serve(Visit visit, Socket socket) {
        try (socket) {
            visit.with(new Connection(socket.getInputStream(), socket.getOutputStream()));
        } catch (Exception _) {
            // The client has gone, or the test is over.
        }
    }

    /** The server's side of one connection. Blocks. */
    record Connection(InputStream in, OutputStream out) {

        /** Reads an HTTP head including its empty line. */
        String head() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            int next;
            while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n") && (next = in.read()) >= 0) {
                head.write(next);
            }
            return head.toString(StandardCharsets.US_ASCII);
        }

        void say(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        /** Answers the WebSocket handshake (RFC 6455 section 4.2.2). */
        void shakeHands() throws IOException, NoSuchAlgorithmException {
            shakeHands(head());
        }

        /** Answers a WebSocket handshake whose head was read. */
        void shakeHands(String head) throws IOException, NoSuchAlgorithmException {
            String key = head.lines()
                    .filter(line -> line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18))
                    .findFirst()
                    .orElseThrow()
                    .substring(18)
                    .strip();
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            say("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n");
        }

        /** Sends a whole text frame of up to 65,535 bytes. */
        void text(String text) throws IOException {
            frame(0x81, text.getBytes(StandardCharsets.UTF_8));
        }

        void close(int code) throws IOException {
            frame(0x88, new byte[] {(byte) (code >> 8), (byte) code});
        }

        /** Returns the first byte of the client's next frame after reading all of it; -1 at the end. */
        int nextFrame() throws IOException {
            int first = in.read();
            int length = in.read() & 0x7F;
            if (length == 126) {
                length = in.read() << 8 | in.read();
            }
            in.readNBytes(4 + length);
            return first;
        }

        /** Waits until the client closes the connection. */
        void hold() throws IOException {
            in.transferTo(OutputStream.nullOutputStream());
        }

        private void frame(int first, byte[] payload) throws IOException {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(first);
            if (payload.length < 126) {
                frame.write(payload.length);
            } else {
                frame.write(126);
                frame.write(payload.length >> 8);
                frame.write(payload.length);
            }
            frame.writeBytes(payload);
            out.write(frame.toByteArray());
            out.flush();
        }
    }
}
