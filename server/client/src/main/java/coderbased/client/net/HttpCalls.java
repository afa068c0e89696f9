package coderbased.client.net;

import coderbased.client.keys.Credentials;
import coderbased.client.messages.ProblemWords;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.FileHttp;
import coderbased.protocol.Problem;
import coderbased.protocol.Wire;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * HTTP access to one server: sends records, returns records or throws {@link ProblemException}. Thread-safe; calls
 * block.
 */
public final class HttpCalls implements AutoCloseable {

    private static final int MAX_ANSWER_BYTES = 1024 * 1024;
    private static final int PARTIAL_CONTENT = 206;
    private static final int FIRST_FAILURE_STATUS = 300;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(1);

    private final ServerAddress server;
    private final Timing timing;
    private final Proofs proofs;
    private final HttpClient http;

    HttpCalls(ServerTrust trust, Timing timing, Proofs proofs) {
        this.server = trust.server();
        this.timing = timing;
        this.proofs = proofs;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(trust.context())
                .connectTimeout(timing.answerWithin())
                .build();
    }

    /** Makes a call whose answer has a body. */
    public <T> T ask(Call call, Class<T> answer) {
        return read(body(call), answer);
    }

    /** Makes a call whose answer has no body. */
    public void tell(Call call) {
        body(call);
    }

    /** Returns a part of a resource: at most {@code bytes} bytes from {@code offset} on (RFC 9110 section 14). */
    public Part part(Call call, long offset, int bytes) {
        String range = "bytes=" + offset + "-" + (offset + bytes - 1);
        HttpResponse<byte[]> response =
                answer(() -> request(call).header("Range", range), HttpResponse.BodyHandlers.ofByteArray());
        return switch (response.statusCode()) {
            case PARTIAL_CONTENT -> new Part(response.body(), length(response));
            case RANGE_NOT_SATISFIABLE -> new Part(new byte[0], length(response));
            default ->
                throw new ProblemException(
                        problem(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8)));
        };
    }

    /** Stops accepting calls. A call in progress, such as a logout, gets a moment, then it is aborted. */
    @Override
    public void close() {
        http.shutdown();
        try {
            http.awaitTermination(SHUTDOWN_TIMEOUT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }

    private String body(Call call) {
        HttpResponse<String> response =
                answer(() -> request(call), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() >= FIRST_FAILURE_STATUS) {
            throw new ProblemException(problem(response.statusCode(), response.body()));
        }
        return response.body();
    }

    private HttpRequest.Builder request(Call call) {
        URI address = server.http(call.path());
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (call.by() != null) {
            proofs.sign(request, call.method(), address, call.by());
        }
        return switch (call.body()) {
            case null -> request.method(call.method(), HttpRequest.BodyPublishers.noBody());
            case Piece piece ->
                request.header("Content-Type", "application/octet-stream")
                        .header(FileHttp.OFFSET_HEADER, Long.toString(piece.offset()))
                        .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(piece.bytes()));
            default ->
                request.header("Content-Type", "application/json")
                        .method(call.method(), HttpRequest.BodyPublishers.ofString(Wire.write(call.body())));
        };
    }

    /** Makes a call, and repeats it once if the server says what its proof was missing. */
    private <T> HttpResponse<T> answer(Supplier<HttpRequest.Builder> request, HttpResponse.BodyHandler<T> body) {
        HttpResponse<T> first = send(request.get().build(), body);
        return proofs.learnsFrom(first) ? send(request.get().build(), body) : first;
    }

    /** Waits for the complete answer: a server that falls silent in the middle has not answered. */
    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        CompletableFuture<HttpResponse<T>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.limiting(body, MAX_ANSWER_BYTES));
        try {
            return answer.get(timing.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unreachable(Sentences.cannotConnect(server, e));
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw unreachable(Sentences.unreachable(server));
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable(Sentences.unreachable(server));
        }
    }

    private Problem problem(int status, String body) {
        try {
            return ProblemWords.worded(Wire.read(body, Problem.class));
        } catch (Wire.Malformed _) {
            return Problem.of(notOurs(status), Sentences.notOurs(server, status));
        }
    }

    /**
     * Returns the code of an answer that something between here and the server gave: to a request that it will never
     * pass on, to one that it may not pass on, or to any while the server is away.
     */
    static ErrorCode notOurs(int status) {
        return switch (status) {
            case 400, 405, 411, 413, 414, 415, 417, 422, 431, 501, 505 -> ErrorCode.BAD_REQUEST;
            case 401, 402, 403, 404, 406, 407, 409, 410, 412, 416, 426, 428, 451, 500 -> ErrorCode.INTERNAL;
            default -> ErrorCode.TRY_LATER;
        };
    }

    /** Returns the length of the whole resource, from the header of a partial answer (RFC 9110 section 14.4). */
    private static long length(HttpResponse<?> response) {
        String range = response.headers().firstValue("Content-Range").orElse("");
        try {
            return Long.parseLong(range.substring(range.indexOf('/') + 1));
        } catch (NumberFormatException _) {
            throw new ProblemException(Problem.of(ErrorCode.INTERNAL, Sentences.notUnderstood()));
        }
    }

    private static <T> T read(String body, Class<T> answer) {
        try {
            return Wire.read(body, answer);
        } catch (Wire.Malformed _) {
            throw new ProblemException(Problem.of(ErrorCode.INTERNAL, Sentences.notUnderstood()));
        }
    }

    private static ProblemException unreachable(String sentence) {
        return new ProblemException(Problem.of(ErrorCode.TRY_LATER, sentence));
    }

    /**
     * One call.
     *
     * @param by credentials of the caller; null if the call needs none
     * @param body a record, or a {@link Piece}; null for none
     */
    public record Call(
            String method,
            String path,
            @Nullable Credentials by,
            @Nullable Object body) {}

    /** Bytes of a file, and their offset in it. */
    public record Piece(long offset, byte[] bytes) {}

    /** Bytes of a file, and the file's total length in bytes. */
    public record Part(byte[] bytes, long length) {}
}
