package coderbased.camera;

import com.github.sarxos.webcam.ds.ipcam.IpCamMode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;

/**
 * Asks a network camera what it is before the driver does.
 *
 * <p>The driver waits without limit for a camera that is not there, and would read a web page as a stream of
 * pictures: here the person learns within seconds which of the two it is.
 */
record NetworkProbe(URI address) {

    private static final int DEADLINE_MILLIS = (int) Duration.ofSeconds(3).toMillis();

    /**
     * How the camera serves its pictures.
     *
     * @throws CameraException where it serves none
     */
    IpCamMode mode() throws CameraException {
        try {
            HttpURLConnection call = call();
            try {
                return mode(call.getResponseCode(), call.getContentType());
            } finally {
                call.disconnect();
            }
        } catch (IOException | IllegalArgumentException nobodyThere) {
            throw new CameraException(CameraTrouble.UNREACHABLE, nobodyThere);
        }
    }

    private HttpURLConnection call() throws IOException {
        HttpURLConnection call = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        call.setConnectTimeout(DEADLINE_MILLIS);
        call.setReadTimeout(DEADLINE_MILLIS);
        String user = address.getUserInfo();
        if (user != null) {
            String basic = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
            call.setRequestProperty("Authorization", "Basic " + basic);
        }
        return call;
    }

    private static IpCamMode mode(int status, String contentType) throws CameraException {
        if (status == HttpURLConnection.HTTP_UNAUTHORIZED) {
            throw new CameraException(CameraTrouble.PASSWORD);
        }
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (status == HttpURLConnection.HTTP_OK && type.startsWith("multipart/")) {
            return IpCamMode.PUSH;
        }
        if (status == HttpURLConnection.HTTP_OK && type.startsWith("image/")) {
            return IpCamMode.PULL;
        }
        throw new CameraException(CameraTrouble.NO_PICTURES);
    }
}
