package coderbased.node;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A server that keeps the headers of each call, and answers 204. */
final class RecordingServer implements AutoCloseable {

    private static final int NO_CONTENT = 204;

    private final HttpServer server;
    private final Map<String, Map<String, List<String>>> calls = new ConcurrentHashMap<>();

    RecordingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.put(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().entrySet().stream()
                            .collect(Collectors.toMap(
                                    entry -> entry.getKey().toLowerCase(Locale.ROOT),
                                    entry -> List.copyOf(entry.getValue()))));
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Returns the headers of the last call of that path; names are in lower case. */
    Map<String, List<String>> headersOf(String path) {
        return calls.getOrDefault(path, Map.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
