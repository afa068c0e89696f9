package coderbased.lab;

import coderbased.http.TrustedProxies;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server under attack, and the people on it. The lab is the proxy before it, and says who comes from where. */
final class TargetServer implements AutoCloseable {

    static final String PASSWORD = "correct horse battery staple";

    /**
     * The address that callers claim, unless an attack is about that. A claim to be this very machine is not
     * believed, so their address is unknown, and limits per address do not count them.
     */
    static final String NEAR = "::1";

    static final DeviceFacts DEVICE = new DeviceFacts("Lab", "Attack lab", "Lab");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI server;
    private final SecureRandom random;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Clock clock;
    private int people;

    TargetServer(URI server, SecureRandom random, Clock clock) {
        this.server = server;
        this.random = random;
        this.clock = clock;
    }

    SecureRandom random() {
        return random;
    }

    /** Returns the number of the next person, from 1. */
    int nextPerson() {
        return ++people;
    }

    RawSocket<GuestServerMessage> guestSocket() {
        return guestSocket(NEAR);
    }

    RawSocket<GuestServerMessage> guestSocket(String from) {
        return new RawSocket<>(http, socket(Protocol.GUEST_PATH), from, GuestServerMessage.class);
    }

    HttpClient http() {
        return http;
    }

    URI socket(String path) {
        return URI.create("ws://" + server.getAuthority() + path);
    }

    /** The status of a call of nobody's with that header. */
    int statusOf(String path, String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header(header, value)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** The headers of a call that this device makes now. */
    String[] headers(TokenHolder by, String method, String path) throws Exception {
        return headersFor(server.resolve(path), by, method);
    }

    /** The headers of a call that this device makes now to another server. */
    String[] headersFor(URI elsewhere, TokenHolder by, String method) throws Exception {
        String id = Long.toUnsignedString(random.nextLong(), Character.MAX_RADIX);
        return by.keys().headers(id, method, elsewhere, by.token(), clock.instant());
    }

    /** The status of a GET with these headers. */
    int statusWith(String path, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header(TrustedProxies.HEADER, NEAR)
                .headers(headers)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** An HTTP call of that device's, or of nobody's; with a text it sends the text as it is, else the record. */
    HttpResponse<String> call(String method, String path, @Nullable TokenHolder by, @Nullable Object body)
            throws Exception {
        return callFrom(NEAR, method, path, by, body);
    }

    /** The same from an address that the lab vouches for. */
    HttpResponse<String> callFrom(
            String from, String method, String path, @Nullable TokenHolder by, @Nullable Object body) throws Exception {
        URI address = server.resolve(path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).header(TrustedProxies.HEADER, from);
        if (by != null) {
            request.headers(headers(by, method, path));
        }
        String text = body == null ? "" : body instanceof String raw ? raw : Wire.write(body);
        request.header("Content-Type", "application/json")
                .method(
                        method,
                        text.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(text));
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
