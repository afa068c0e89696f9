package coderbased.client.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Look at what a server speaks, after a connection failed: plain HTTP where TLS was expected, or TLS where plain HTTP
 * was. It sends an empty request, and reads the beginning of the answer. Blocks for a moment.
 */
final class SchemeProbe {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final byte[] REQUEST = "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String HTTP = "HTTP/";

    /** First bytes of a TLS record that contains an alert (RFC 8446 section 5.1). */
    private static final String TLS_ALERT = "\u0015\u0003";

    private SchemeProbe() {}

    /** True if the server answers a plain request like an HTTP server. */
    static boolean speaksPlainHttp(ServerAddress server) {
        return answer(server).equals(HTTP);
    }

    /** True if the server answers a plain request like a TLS server. */
    static boolean speaksTls(ServerAddress server) {
        return answer(server).startsWith(TLS_ALERT);
    }

    private static String answer(ServerAddress server) {
        int millis = (int) TIMEOUT.toMillis();
        try (Socket socket = new Socket()) {
            String host = server.uri().getHost().replaceAll("[\\[\\]]", "");
            socket.connect(new InetSocketAddress(host, server.port()), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(REQUEST);
            return new String(socket.getInputStream().readNBytes(HTTP.length()), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }
}
