package coderbased.camera;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;

/**
 * Asks a network camera what it is before it is opened.
 *
 * <p>The driver waits without limit for a camera that is not there, and would read a web page as a stream of
 * pictures: here the person learns within seconds which of the two it is.
 */
record NetworkProbe(URI address) {

    private static final int DEADLINE_MILLIS = (int) Duration.ofSeconds(3).toMillis();

    /** How a camera serves its pictures. */
    enum Serving {
        /** One after the other, each with its length: what the driver reads. */
        STREAM,
        /** One after the other without their lengths, as many phones' apps do; the driver does not read that. */
        STREAM_WITHOUT_LENGTHS,
        /** One for each request. */
        SINGLE_PICTURES
    }

    /**
     * How the camera serves its pictures.
     *
     * @throws CameraException where it serves none
     */
    Serving ask() throws CameraException {
        HttpURLConnection call = call();
        try {
            if (type(call).startsWith("image/")) {
                return Serving.SINGLE_PICTURES;
            }
            boolean hasLengths = stream(call).nextSaysItsLength();
            return hasLengths ? Serving.STREAM : Serving.STREAM_WITHOUT_LENGTHS;
        } catch (SocketTimeoutException silent) {
            throw new CameraException(CameraTrouble.STALLED, silent);
        } catch (IOException nobodyThere) {
            throw new CameraException(CameraTrouble.UNREACHABLE, nobodyThere);
        } finally {
            call.disconnect();
        }
    }

    /** A request to the camera that has not been sent yet. */
    HttpURLConnection call() throws CameraException {
        try {
            HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            call.setConnectTimeout(DEADLINE_MILLIS);
            call.setReadTimeout(DEADLINE_MILLIS);
            String user = address.getUserInfo();
            if (user != null) {
                String basic = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
                call.setRequestProperty("Authorization", "Basic " + basic);
            }
            return call;
        } catch (IOException | IllegalArgumentException unusable) {
            throw new CameraException(CameraTrouble.UNREACHABLE, unusable);
        }
    }

    /** The parts that the camera answers with. Sends the request. */
    static MultipartStream stream(HttpURLConnection call) throws IOException, CameraException {
        if (!type(call).startsWith("multipart/")) {
            throw new CameraException(CameraTrouble.NO_PICTURES);
        }
        return new MultipartStream(call.getInputStream(), call.getContentType());
    }

    /** The answer's media type; sends the request. */
    private static String type(HttpURLConnection call) throws IOException, CameraException {
        int status;
        try {
            status = call.getResponseCode();
        } catch (SocketTimeoutException nobodyThere) {
            throw new CameraException(CameraTrouble.UNREACHABLE, nobodyThere);
        }
        if (status == HttpURLConnection.HTTP_UNAUTHORIZED) {
            throw new CameraException(CameraTrouble.PASSWORD);
        }
        String type = call.getContentType();
        if (status != HttpURLConnection.HTTP_OK || type == null) {
            throw new CameraException(CameraTrouble.NO_PICTURES);
        }
        return type.toLowerCase(Locale.ROOT);
    }
}
