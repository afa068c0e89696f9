package coderbased.camera;

import static coderbased.camera.RawCamera.JPEG;
import static coderbased.camera.RawCamera.TEXT;
import static coderbased.camera.RawCamera.refuse;
import static coderbased.camera.RawCamera.stream;
import static coderbased.camera.RawCamera.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Name and password for cameras that ask for them, as RFC 7617 and RFC 7616 do. */
class CameraLoginTest {

    private final Watcher watcher = new Watcher();

    @AfterEach
    void givenBack() {
        watcher.close();
    }

    @Test
    void passwordStaysWithItsHost() throws Exception {
        try (RawCamera other =
                new RawCamera((request, out) -> refuse(out, 401, "WWW-Authenticate: Basic realm=\"x\""))) {
            try (RawCamera camera = new RawCamera(
                    (request, out) -> refuse(out, 302, "Location: http://localhost:" + other.port() + "/taken"))) {
                watch(URI.create("http://guest:secret@127.0.0.1:" + camera.port() + "/"));
                watcher.awaitTrouble(CameraTrouble.WRONG_PASSWORD);
            }
            assertFalse(other.requests().isEmpty());
            other.requests().forEach(request -> assertFalse(request.contains("Authorization"), request));
        }
    }

    @ParameterizedTest
    @CsvSource({"MD5,auth", "MD5,", "SHA-256,auth", "MD5-sess,auth", "SHA-256-sess,'auth,auth-int'", ",auth"})
    void digestIsAnswered(String algorithm, String qop) throws Exception {
        String offer = "WWW-Authenticate: Digest realm=\"a, camera\", nonce=\"n0nce\", opaque=\"op\""
                + (algorithm == null ? "" : ", algorithm=" + algorithm)
                + (qop == null ? "" : ", qop=\"" + qop + "\"");
        try (RawCamera camera = new RawCamera((request, out) -> {
            if (isRight(request, algorithm == null ? "MD5" : algorithm, "gr\u00fcn", StandardCharsets.UTF_8)) {
                stream(out);
            } else {
                refuse(out, 401, offer + "\r\nWWW-Authenticate: Basic realm=\"a\"");
            }
        })) {
            watch(URI.create("http://guest:gr%C3%BCn@127.0.0.1:" + camera.port() + "/video?x=1,2"));
            watcher.awaitText(TEXT);
            assertEquals(2, camera.requests().size());
            camera.requests().forEach(request -> assertFalse(request.contains("Basic "), request));
        }
    }

    @Test
    void wrongPasswordForDigestIsReported() throws Exception {
        try (RawCamera camera = new RawCamera((request, out) ->
                refuse(out, 401, "WWW-Authenticate: Digest realm=\"r\", nonce=\"n0nce\", qop=\"auth\""))) {
            watch(URI.create("http://guest:wrong@127.0.0.1:" + camera.port() + "/"));
            watcher.awaitTrouble(CameraTrouble.WRONG_PASSWORD);
            assertEquals(2, camera.requests().size());
        }
    }

    @Test
    void digestOfSinglePicturesIsRenewedWhenItsNumberIsOld() throws Exception {
        AtomicInteger served = new AtomicInteger();
        try (RawCamera camera = new RawCamera((request, out) -> {
            String number = "n" + served.get() / 2;
            if (isRight(request, "MD5", "secret", StandardCharsets.UTF_8)
                    && value(request, "nonce").equals(number)) {
                served.incrementAndGet();
                write(out, "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nConnection: close\r\n\r\n");
                out.write(JPEG);
            } else {
                refuse(out, 401, "WWW-Authenticate: Digest realm=\"r\", nonce=\"" + number + "\", qop=\"auth\"");
            }
        })) {
            watch(URI.create("http://guest:secret@127.0.0.1:" + camera.port() + "/"));
            watcher.awaitLooks(8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void passwordBeyondAsciiIsSentAsTheCameraWritesIt(String charset) throws Exception {
        String right = Base64.getEncoder().encodeToString("guest:gr\u00fcn".getBytes(Charset.forName(charset)));
        try (RawCamera camera = new RawCamera((request, out) -> {
            if (request.contains("Authorization: Basic " + right)) {
                stream(out);
            } else {
                refuse(out, 401, "WWW-Authenticate: Basic realm=\"r\"");
            }
        })) {
            for (String spelled : new String[] {"gr%C3%BCn", "gr\u00fcn", "%67r%c3%bcn"}) {
                watch(URI.create("http://guest:" + spelled + "@127.0.0.1:" + camera.port() + "/"));
                watcher.awaitText(TEXT);
            }
        }
    }

    private void watch(URI address) {
        watcher.pipeline().start(new NetworkCamera(address));
    }

    /** Computes the answer of RFC 7616 section 3.4.1 again, from the request's own parameters. */
    private static boolean isRight(String request, String algorithm, String password, Charset charset) {
        String answer = value(request, "response");
        if (answer.isEmpty()) {
            return false;
        }
        String hash = algorithm.replace("-sess", "");
        String first = hex(hash, "guest:" + value(request, "realm") + ":" + password, charset);
        String nonce = value(request, "nonce");
        if (algorithm.endsWith("-sess")) {
            first = hex(hash, first + ":" + nonce + ":" + value(request, "cnonce"), charset);
        }
        String path = request.substring("GET ".length(), request.indexOf(" HTTP"));
        assertEquals(path, value(request, "uri"));
        String second = hex(hash, "GET:" + path, charset);
        String middle = value(request, "qop").isEmpty()
                ? nonce
                : nonce + ":" + value(request, "nc") + ":" + value(request, "cnonce") + ":auth";
        return answer.equals(hex(hash, first + ":" + middle + ":" + second, charset));
    }

    private static String value(String request, String name) {
        Matcher found = Pattern.compile("[ ,]" + name + "=(?:\"([^\"]*)\"|([^\",\r ]+))")
                .matcher(request);
        return !found.find() ? "" : found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static String hex(String algorithm, String text, Charset charset) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(charset)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
