package coderbased.demo;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A network camera: serves the picture it was last shown as MJPEG over HTTP, as a phone's camera app does.
 *
 * <p>Listens on the loopback address only. Thread-safe.
 */
public final class MjpegServer implements AutoCloseable {

    private static final String BOUNDARY = "picture";
    private static final float QUALITY = 0.92f;
    private static final Duration FRAME_INTERVAL = Duration.ofNanos(1_000_000_000 / 30);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile byte[] jpeg = new byte[0];
    private volatile boolean silent;
    private volatile boolean withoutLengths;
    private volatile boolean closed;

    /** @param port 0 for any that is free; a camera that comes back takes the one it had */
    public MjpegServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/stream", this::stream);
        server.createContext("/picture", this::picture);
        server.createContext("/locked", this::stream).setAuthenticator(new BasicAuthenticator("camera") {
            @Override
            public boolean checkCredentials(String name, String password) {
                return name.equals("guest") && password.equals("se:cret");
            }
        });
        server.createContext("/page", MjpegServer::page);
        server.setExecutor(threads);
        server.start();
    }

    /** Returns the address of the stream. */
    public URI address() {
        return address("/stream");
    }

    /** Returns the address of a single picture, a new one for each request. */
    public URI pictureAddress() {
        return address("/picture");
    }

    /** Returns the address of the stream for {@code guest} with the password {@code se:cret}. */
    public URI lockedAddress(String userInfo) {
        return URI.create("http://" + userInfo + "127.0.0.1:" + port() + "/locked");
    }

    /** Returns the address of a web page, which is no stream. */
    public URI pageAddress() {
        return address("/page");
    }

    /** Returns the port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Sets the picture that the camera sees from now on. */
    public void show(BufferedImage picture) {
        jpeg = encode(picture);
    }

    /** Sets whether the camera is silent: it then keeps its connections and sends nothing. */
    public void setSilent(boolean silent) {
        this.silent = silent;
    }

    /** Leaves out the length of each picture from now on, as many phone apps do. */
    public void leaveLengthsOut() {
        withoutLengths = true;
    }

    /** Cuts every connection and stops listening. */
    @Override
    public void close() {
        closed = true;
        server.stop(0);
        threads.shutdownNow();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "multipart/x-mixed-replace; boundary=" + BOUNDARY);
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            long next = System.nanoTime();
            while (!closed) {
                if (!silent && jpeg.length > 0) {
                    writePart(out, jpeg);
                }
                // a picture that is late is not made up for
                next = Math.max(next + FRAME_INTERVAL.toNanos(), System.nanoTime());
                Thread.sleep(Duration.ofNanos(next - System.nanoTime()));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void writePart(OutputStream out, byte[] picture) throws IOException {
        String length = withoutLengths ? "" : "Content-Length: " + picture.length + "\r\n";
        String head = "--" + BOUNDARY + "\r\nContent-Type: image/jpeg\r\n" + length + "\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(picture);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void picture(HttpExchange exchange) throws IOException {
        byte[] now = jpeg;
        exchange.getResponseHeaders().add("Content-Type", "image/jpeg");
        exchange.sendResponseHeaders(200, now.length);
        exchange.getResponseBody().write(now);
        exchange.close();
    }

    private static void page(HttpExchange exchange) throws IOException {
        byte[] text = "<p>hello</p>".getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private static byte[] encode(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(opaque(picture), null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Returns the picture without transparency, because JPEG has none. */
    private static BufferedImage opaque(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        var pen = opaque.createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return opaque;
    }
}
