package coderbased.lab;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The server under attack, and the people on it. */
final class Ground implements AutoCloseable {

    static final String PASSWORD = "correct horse battery staple";
    static final DeviceFacts DEVICE = new DeviceFacts("Lab", "Attack lab", "Lab");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI server;
    private final SecureRandom random;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private int people;

    Ground(URI server, SecureRandom random) {
        this.server = server;
        this.random = random;
    }

    SecureRandom random() {
        return random;
    }

    /** Somebody new with a phone. */
    Caller somebody() throws Exception {
        people++;
        Keys keys = Keys.make(random);
        String handle = "lab-" + people + "-" + Math.abs(random.nextInt());
        AuthHttp.SignUp body = new AuthHttp.SignUp(handle, "Lab " + people, PASSWORD, DEVICE, keys.publicHalf());
        return new Caller(
                this,
                keys,
                Wire.read(call("POST", AuthHttp.ACCOUNTS, null, body).body(), AuthHttp.SignedIn.class));
    }

    /** A desktop that waits for a scan. */
    Waiting desktop() throws Exception {
        return new Waiting(this, Keys.make(random));
    }

    Plug<GuestServerMessage> guestSocket() {
        return new Plug<>(http, socket(Protocol.GUEST_PATH), GuestServerMessage.class);
    }

    HttpClient http() {
        return http;
    }

    URI socket(String path) {
        return URI.create("ws://" + server.getAuthority() + path);
    }

    /** An HTTP call as whoever holds that token; with a text it sends the text as it is, else the record. */
    HttpResponse<String> call(String method, String path, @Nullable String token, @Nullable Object body)
            throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
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
