package coderbased.camera;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import com.github.eduramiba.webcamcapture.drivers.WebcamDeviceExtended;
import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An open webcam.
 *
 * <p>The native driver hands over its own memory: one copy out of it, no {@code BufferedImage}. Any other driver's
 * pictures are taken as they come.
 */
final class DeviceShots implements Shots {

    private static final Dimension WANTED = new Dimension(1280, 720);
    private static final long PAUSE_MILLIS = 8;

    private final WebcamDevice device;
    private long lastStamp = -1;
    private @Nullable BufferedImage lastImage;

    private DeviceShots(WebcamDevice device) {
        this.device = device;
    }

    /**
     * Opens the device at the resolution closest to 1280×720: enough to read a code, little enough to stay quick.
     *
     * @throws CameraException with {@link CameraTrouble#BUSY} where the driver says no without saying why
     */
    static DeviceShots open(WebcamDevice device) throws CameraException {
        Arrays.stream(device.getResolutions())
                .min(Comparator.comparingInt(DeviceShots::distance))
                .ifPresent(device::setResolution);
        device.open();
        if (!device.isOpen()) {
            throw new CameraException(CameraTrouble.BUSY);
        }
        return new DeviceShots(device);
    }

    private static int distance(Dimension size) {
        return Math.abs(size.width - WANTED.width) + Math.abs(size.height - WANTED.height);
    }

    @Override
    public @Nullable Frame next(SparePixels spare) throws CameraException, InterruptedException {
        try {
            Frame frame = device instanceof WebcamDeviceExtended direct ? nextOf(direct, spare) : nextImage();
            if (frame == null) {
                Thread.sleep(PAUSE_MILLIS);
            }
            return frame;
        } catch (WebcamException | LinkageError e) {
            throw new CameraException(CameraTrouble.LOST, e);
        }
    }

    private @Nullable Frame nextOf(WebcamDeviceExtended direct, SparePixels spare)
            throws CameraException, InterruptedException {
        requireOpen();
        ByteBuffer memory = direct.getImageBytes();
        if (memory == null || direct.getLastFrameTimestamp() == lastStamp) {
            return null;
        }
        lastStamp = direct.getLastFrameTimestamp();
        Dimension size = direct.getResolution();
        byte[] pixels = spare.take(memory.capacity());
        memory.duplicate().rewind().get(pixels);
        return new Frame(pixels, size.width, size.height, pixels.length / size.height, PixelFormat.RGB24);
    }

    private @Nullable Frame nextImage() throws CameraException {
        requireOpen();
        BufferedImage image = device.getImage();
        if (image == null || image == lastImage) {
            return null;
        }
        lastImage = image;
        return Frames.of(image);
    }

    private void requireOpen() throws CameraException {
        if (!device.isOpen()) {
            throw new CameraException(CameraTrouble.LOST);
        }
    }

    /** Closes the device but never disposes it: a disposed device cannot be opened again. */
    @Override
    public void close() {
        try {
            device.close();
        } catch (WebcamException | LinkageError _) {
            // nothing is left to give back
        }
    }
}
