package coderbased.client;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One server's HTTP: records go out, records or a {@link ProblemException} come back. Thread-safe; calls block. */
final class HttpCalls implements AutoCloseable {

    private static final int LONGEST_ANSWER = 1024 * 1024;
    private static final int FIRST_FAILURE = 300;
    private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

    private final ServerAddress server;
    private final Timing timing;
    private final HttpClient http;

    HttpCalls(ServerAddress server, Timing timing) {
        this.server = server;
        this.timing = timing;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timing.answerWithin())
                .build();
    }

    /** A call whose answer has a body. */
    <T> T ask(Call call, Class<T> answer) {
        return read(body(call), answer);
    }

    /** A call whose answer has none. */
    void tell(Call call) {
        body(call);
    }

    /** Takes no more calls. One that is under way, such as a logout, gets a moment; then it is given up. */
    @Override
    public void close() {
        http.shutdown();
        try {
            http.awaitTermination(LAST_MOMENT);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }

    private String body(Call call) {
        HttpResponse<String> response = send(request(call));
        if (response.statusCode() >= FIRST_FAILURE) {
            throw new ProblemException(problem(response));
        }
        return response.body();
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.http(call.path())).timeout(timing.answerWithin());
        if (call.token() != null) {
            request.header("Authorization", "Bearer " + call.token());
        }
        if (call.body() == null) {
            return request.method(call.method(), HttpRequest.BodyPublishers.noBody())
                    .build();
        }
        return request.header("Content-Type", "application/json")
                .method(call.method(), HttpRequest.BodyPublishers.ofString(Wire.write(call.body())))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(
                    request,
                    HttpResponse.BodyHandlers.limiting(
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER));
        } catch (IOException away) {
            throw unreachable(Sentences.cannotConnect(server, away));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw unreachable(Sentences.unreachable(server));
        }
    }

    private Problem problem(HttpResponse<String> response) {
        try {
            return Wire.read(response.body(), Problem.class);
        } catch (Wire.Malformed foreign) {
            return Problem.of(ErrorCode.TRY_LATER, Sentences.notOurs(server, response.statusCode()));
        }
    }

    private static <T> T read(String body, Class<T> answer) {
        try {
            return Wire.read(body, answer);
        } catch (Wire.Malformed foreign) {
            throw new ProblemException(Problem.of(ErrorCode.INTERNAL, Sentences.NOT_UNDERSTOOD));
        }
    }

    private static ProblemException unreachable(String sentence) {
        return new ProblemException(Problem.of(ErrorCode.TRY_LATER, sentence));
    }

    /**
     * One call.
     *
     * @param token who calls; null where anybody may
     * @param body a record; null for none
     */
    record Call(
            String method,
            String path,
            @Nullable String token,
            @Nullable Object body) {}
}
