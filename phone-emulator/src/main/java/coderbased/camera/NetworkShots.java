package coderbased.camera;

import coderbased.qr.Frame;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * An open network camera: a stream of pictures that replace each other ({@link MultipartStream}), or a picture per
 * request.
 *
 * <p>An answer has to begin within three seconds. A stream that falls silent is noticed by the pipeline, which
 * interrupts the thread.
 */
final class NetworkShots implements Shots {

    private static final Duration DEADLINE = Duration.ofSeconds(3);

    /** Between two requests for single pictures. */
    private static final Duration PAUSE = Duration.ofMillis(30);

    private final HttpClient http;
    private final HttpRequest request;

    /** Null if the camera serves single pictures. */
    private final @Nullable MultipartStream stream;

    private NetworkShots(HttpClient http, HttpRequest request, @Nullable MultipartStream stream) {
        this.http = http;
        this.request = request;
        this.stream = stream;
    }

    /**
     * Asks the camera for its pictures.
     *
     * @throws CameraException if nobody answers, or without pictures
     */
    static NetworkShots open(URI address) throws CameraException {
        HttpRequest request = request(address);
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(DEADLINE)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
        try {
            HttpResponse<InputStream> answer = send(http, request);
            String type = type(answer);
            if (type.startsWith("image/")) {
                answer.body().close();
                return new NetworkShots(http, request, null);
            }
            if (!type.startsWith("multipart/")) {
                throw new CameraException(CameraTrouble.NO_PICTURES);
            }
            return new NetworkShots(http, request, new MultipartStream(answer.body(), header(answer)));
        } catch (IOException e) {
            http.shutdownNow();
            throw new CameraException(CameraTrouble.UNREACHABLE, e);
        } catch (CameraException e) {
            http.shutdownNow();
            throw e;
        }
    }

    @Override
    public @Nullable Frame next() throws CameraException, InterruptedException {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(stream == null ? single() : stream.next()));
            return image == null ? null : Frames.of(image);
        } catch (IOException e) {
            throw new CameraException(CameraTrouble.LOST, e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private byte[] single() throws IOException, InterruptedException, CameraException {
        Thread.sleep(PAUSE);
        HttpResponse<InputStream> answer = send(http, request);
        try (InputStream body = answer.body()) {
            if (!type(answer).startsWith("image/")) {
                throw new CameraException(CameraTrouble.NO_PICTURES);
            }
            return body.readNBytes(MultipartStream.MAX_BYTES);
        }
    }

    private static HttpRequest request(URI address) throws CameraException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(DEADLINE);
            String user = address.getUserInfo();
            if (user != null) {
                String credentials = user.contains(":") ? user : user + ":";
                String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
                request.header("Authorization", "Basic " + basic);
            }
            return request.build();
        } catch (IllegalArgumentException e) {
            throw new CameraException(CameraTrouble.UNREACHABLE, e);
        }
    }

    private static HttpResponse<InputStream> send(HttpClient http, HttpRequest request)
            throws IOException, CameraException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CameraException(CameraTrouble.STALLED, e);
        }
    }

    /** Returns the media type of an answer, in small letters. */
    private static String type(HttpResponse<InputStream> answer) throws CameraException {
        return switch (answer.statusCode()) {
            case 200 -> header(answer).toLowerCase(Locale.ROOT);
            case 401 -> throw new CameraException(CameraTrouble.PASSWORD);
            default -> throw new CameraException(CameraTrouble.NO_PICTURES);
        };
    }

    private static String header(HttpResponse<InputStream> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }
}
