package coderbased.camera;

import com.github.sarxos.webcam.WebcamException;
import com.github.sarxos.webcam.ds.ipcam.IpCamAuth;
import com.github.sarxos.webcam.ds.ipcam.IpCamDevice;
import com.github.sarxos.webcam.ds.ipcam.IpCamMode;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * A camera that serves its pictures over HTTP, as MJPEG or one JPEG at a time. A real phone's camera app works.
 *
 * @param address of the stream; {@code http://name:password@host/} for a camera that asks for a password
 */
record NetworkCamera(URI address) implements Camera {

    @Override
    public String name() {
        return "Camera at " + address.getHost();
    }

    @Override
    public Shots open() throws CameraException {
        NetworkProbe probe = new NetworkProbe(address);
        return switch (probe.ask()) {
            case STREAM -> drive(IpCamMode.PUSH);
            case STREAM_WITHOUT_LENGTHS -> BareStreamShots.open(probe);
            case SINGLE_PICTURES -> drive(IpCamMode.PULL);
        };
    }

    private Shots drive(IpCamMode mode) throws CameraException {
        NetworkShots shots = new NetworkShots(new IpCamDevice(name(), url(), mode, auth()));
        try {
            shots.open();
            return shots;
        } catch (WebcamException interrupted) {
            // the driver waits for the first picture for ever; being interrupted is how that ends
            shots.close();
            throw new CameraException(CameraTrouble.STALLED, interrupted);
        }
    }

    private URL url() throws CameraException {
        try {
            return address.toURL();
        } catch (MalformedURLException | IllegalArgumentException unusable) {
            throw new CameraException(CameraTrouble.UNREACHABLE, unusable);
        }
    }

    private @Nullable IpCamAuth auth() {
        String user = address.getUserInfo();
        if (user == null) {
            return null;
        }
        int colon = user.indexOf(':');
        return colon < 0 ? new IpCamAuth(user, "") : new IpCamAuth(user.substring(0, colon), user.substring(colon + 1));
    }
}
