package coderbased.camera;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Requests to a camera over HTTP: follows redirects (also from http to https), answers a request for a password, and
 * says why there is no answer. Used by one thread; {@link #close} may come from another.
 */
final class CameraHttp implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /** Some cameras answer only when they have their first picture. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

    private static final int MAX_STEPS = 8;
    private static final int MAX_REFUSAL_BYTES = 1 << 16;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
    private final CameraAddress address;
    private final HostNames names;
    private final @Nullable CameraLogin login;

    CameraHttp(CameraAddress address, HostNames names) {
        this.address = address;
        this.names = names;
        this.login = address.user() == null ? null : new CameraLogin(address.user());
    }

    /**
     * Asks for pictures. The body has to be closed.
     *
     * @throws CameraException if there is no answer, or one without pictures
     */
    HttpResponse<InputStream> get() throws CameraException, InterruptedException {
        CameraAddress place = address;
        for (int step = 0; step < MAX_STEPS; step++) {
            HttpResponse<InputStream> answer = send(place);
            if (answer.statusCode() == 200) {
                if (login != null) {
                    login.accept();
                }
                return answer;
            }
            drain(answer);
            String location = answer.headers().firstValue("Location").orElse("");
            if (isRedirect(answer.statusCode()) && !location.isEmpty()) {
                place = redirected(place, location);
            } else if (!mayTryAgain(place, answer)) {
                throw new CameraException(trouble(answer.statusCode()));
            }
        }
        throw new CameraException(CameraTrouble.REDIRECTED_IN_A_CIRCLE);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpResponse<InputStream> send(CameraAddress place) throws CameraException, InterruptedException {
        try {
            return http.send(request(place), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new CameraException(trouble(e), e);
        } catch (IllegalArgumentException e) {
            throw new CameraException(CameraTrouble.UNREACHABLE, e);
        }
    }

    private HttpRequest request(CameraAddress place) throws UnknownHostException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(place)).timeout(ANSWER_TIMEOUT);
        String authorization = login == null || !address.trusts(place) ? null : login.header(place.path());
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        if (!place.isPlain()) {
            nameHost(request, place);
        }
        return request.build();
    }

    /** Returns an address with the number of the host where the HTTP client does not take its name. */
    private URI uri(CameraAddress place) throws UnknownHostException {
        if (place.isPlain()) {
            return place.uri();
        }
        InetAddress number = names.resolve(place.host());
        String text = number.getHostAddress();
        return place.uri(text.contains(":") ? "[" + text + "]" : text);
    }

    /** Names the host where the JDK allows it; few cameras look at the name. */
    private static void nameHost(HttpRequest.Builder request, CameraAddress place) {
        try {
            request.header("Host", place.hostHeader());
        } catch (IllegalArgumentException _) {
            // The JDK is not set to allow this header.
        }
    }

    private CameraAddress redirected(CameraAddress from, String location) throws CameraException {
        try {
            return CameraAddress.of(from.uri().resolve(location));
        } catch (IllegalArgumentException e) {
            throw new CameraException(CameraTrouble.NO_PICTURES, e);
        }
    }

    private boolean mayTryAgain(CameraAddress place, HttpResponse<?> answer) {
        List<String> challenges = answer.headers().allValues("WWW-Authenticate");
        return answer.statusCode() == 401 && login != null && address.trusts(place) && login.refuse(challenges);
    }

    /** Reads a refusal to its end, so that its connection is free for the next request: some cameras have only one. */
    private static void drain(HttpResponse<InputStream> answer) {
        try (InputStream body = answer.body()) {
            body.readNBytes(MAX_REFUSAL_BYTES);
        } catch (IOException _) {
            // The next request opens a connection of its own.
        }
    }

    private static boolean isRedirect(int status) {
        return (status >= 301 && status <= 303) || status == 307 || status == 308;
    }

    private CameraTrouble trouble(int status) {
        return switch (status) {
            case 401 -> login == null ? CameraTrouble.PASSWORD : CameraTrouble.WRONG_PASSWORD;
            case 403 -> CameraTrouble.FORBIDDEN;
            case 404, 410 -> CameraTrouble.NO_SUCH_PATH;
            case 429, 503 -> CameraTrouble.WATCHED_BY_OTHERS;
            default -> status >= 500 ? CameraTrouble.CAMERA_FAILED : CameraTrouble.NO_PICTURES;
        };
    }

    private static CameraTrouble trouble(IOException e) {
        return switch (e) {
            case HttpConnectTimeoutException _ -> CameraTrouble.UNREACHABLE;
            case HttpTimeoutException _ -> CameraTrouble.NO_ANSWER;
            case UnknownHostException _ -> CameraTrouble.UNKNOWN_HOST;
            case ConnectException refused ->
                hasCause(refused, UnresolvedAddressException.class)
                        ? CameraTrouble.UNKNOWN_HOST
                        : CameraTrouble.UNREACHABLE;
            case SSLException tls -> isCertificate(tls) ? CameraTrouble.CERTIFICATE : CameraTrouble.NO_TLS;
            case ProtocolException _ -> CameraTrouble.NOT_HTTP;
            default -> hasCause(e, ProtocolException.class) ? CameraTrouble.NOT_HTTP : CameraTrouble.NO_ANSWER;
        };
    }

    private static boolean isCertificate(SSLException e) {
        return e instanceof SSLPeerUnverifiedException || hasCause(e, CertificateException.class);
    }

    private static boolean hasCause(Throwable e, Class<?> kind) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Finds the number of a host. */
    interface HostNames {
        InetAddress resolve(String host) throws UnknownHostException;
    }
}
