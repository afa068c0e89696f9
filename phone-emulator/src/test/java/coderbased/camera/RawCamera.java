package coderbased.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/** A camera that answers each request with the bytes that a test gives it, right or wrong. One request a connection. */
final class RawCamera implements AutoCloseable {

    /** Writes the answer to one request; the connection ends when it returns. */
    interface Answer {
        void write(String request, OutputStream out) throws IOException, InterruptedException;
    }

    /** Text of the code on the pictures. */
    static final String TEXT = "SEEN AT LAST";

    static final byte[] JPEG = encoded("jpeg", Pictures.code(TEXT));

    private final ServerSocket server;
    private final Answer answer;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    RawCamera(Answer answer) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
    }

    RawCamera(ServerSocket server, Answer answer) {
        this.server = server;
        this.answer = answer;
        Thread.ofVirtual().start(this::accept);
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Returns the heads of all requests so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    static byte[] encoded(String kind, BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, kind, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends {@link #TEXT} as a picture again and again. */
    static void stream(OutputStream out) throws IOException, InterruptedException {
        write(out, "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=b\r\n\r\n");
        while (true) {
            write(out, "--b\r\nContent-Length: " + JPEG.length + "\r\n\r\n");
            out.write(JPEG);
            write(out, "\r\n");
            Thread.sleep(30);
        }
    }

    /** Answers without a body. */
    static void refuse(OutputStream out, int status, String header) throws IOException {
        write(out, "HTTP/1.1 " + status + " No\r\n" + header + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String request = head(socket.getInputStream());
            requests.add(request);
            answer.write(request, socket.getOutputStream());
        } catch (IOException | InterruptedException _) {
            // the viewer has gone, or the test is over
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
