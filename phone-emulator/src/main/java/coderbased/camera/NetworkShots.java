package coderbased.camera;

import coderbased.qr.Frame;
import com.github.sarxos.webcam.WebcamException;
import com.github.sarxos.webcam.ds.ipcam.IpCamDevice;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An open network camera, read by webcam-capture's own driver.
 *
 * <p>After a stream has ended the driver hands out its last picture for ever. A picture that is the same object as
 * the one before is therefore no new one.
 */
final class NetworkShots implements Shots {

    private static final long PAUSE_MILLIS = 8;

    private final IpCamDevice device;
    private @Nullable BufferedImage last;

    NetworkShots(IpCamDevice device) {
        this.device = device;
    }

    /** Waits for the first picture until the thread is interrupted. */
    void open() {
        device.open();
    }

    @Override
    public @Nullable Frame next() throws CameraException, InterruptedException {
        BufferedImage image;
        try {
            image = device.getImage();
        } catch (WebcamException gone) {
            throw new CameraException(CameraTrouble.LOST, gone);
        }
        if (image == null || image == last) {
            Thread.sleep(PAUSE_MILLIS);
            return null;
        }
        last = image;
        return Frames.of(image);
    }

    /** Ends the connection too: the driver alone would leave its reader waiting on a stream that is silent. */
    @Override
    public void close() {
        device.close();
        if (device.getClient() instanceof Closeable connections) {
            try {
                connections.close();
            } catch (IOException alreadyGone) {
                // nothing is left to give back
            }
        }
    }
}
