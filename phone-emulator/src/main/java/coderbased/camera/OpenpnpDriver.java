package coderbased.camera;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import java.util.List;
import org.openpnp.capture.OpenPnpCapture;

/**
 * Webcams over openpnp-capture. Each search has a context of its own, because a context lists only the cameras that
 * were plugged in when it was made.
 */
final class OpenpnpDriver implements WebcamDriver {

    @Override
    public List<WebcamDevice> getDevices() {
        OpenPnpCapture context = new OpenPnpCapture();
        try {
            return context.getDevices().stream()
                    .<WebcamDevice>map(OpenpnpDevice::of)
                    .toList();
        } finally {
            context.close();
        }
    }

    @Override
    public boolean isThreadSafe() {
        return false;
    }
}
