package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import coderbased.auth.tokens.AuthKeys;
import coderbased.protocol.Problem;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The way in for the people who run the server: HTTP to the {@link AdminSocket} of the running server on this machine,
 * with the admin token that only readers of its data directory know.
 */
final class AdminClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI server;
    private final String token;

    private AdminClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /** The door of the server that uses this data directory now. */
    static AdminClient of(Path data) {
        try {
            List<String> address = DataDirectory.addressOfServerOn(data);
            if (address.isEmpty()) {
                throw failed(MESSAGES.text("command.noServer", "data", data));
            }
            String token =
                    Files.readString(data.resolve(AuthKeys.ADMIN_TOKEN_FILE)).strip();
            return new AdminClient(URI.create(address.getFirst()), token);
        } catch (IOException e) {
            throw failed(MESSAGES.text("command.unreadable", "data", data, "reason", String.valueOf(e.getMessage())));
        }
    }

    /** Asks for something. {@code path} is one of {@link coderbased.protocol.AuthHttp}'s. */
    <T> T get(String path, String handle, Class<T> answer) {
        try {
            return Wire.read(call("GET", path, handle, BodyPublishers.noBody()), answer);
        } catch (Wire.Malformed _) {
            throw failed(MESSAGES.text("command.answer"));
        }
    }

    /** Sets something. */
    void put(String path, String handle, Object body) {
        call("PUT", path, handle, BodyPublishers.ofString(Wire.write(body)));
    }

    /** Takes something away. */
    void delete(String path, String handle) {
        call("DELETE", path, handle, BodyPublishers.noBody());
    }

    private String call(String method, String path, String handle, BodyPublisher body) {
        String place = path.replace("{handle}", URLEncoder.encode(handle, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(server.resolve(place))
                .method(method, body)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() >= 300) {
            throw failed(complaint(response));
        }
        return response.body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException _) {
            throw failed(MESSAGES.text("command.silent", "server", server));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw failed(MESSAGES.text("command.stopped"));
        }
    }

    private static String complaint(HttpResponse<String> response) {
        try {
            return Wire.read(response.body(), Problem.class).message();
        } catch (Wire.Malformed _) {
            return MESSAGES.text("command.status", "status", response.statusCode());
        }
    }

    private static StartupException failed(String message) {
        return new StartupException(ExitCode.FAILED, message);
    }
}
