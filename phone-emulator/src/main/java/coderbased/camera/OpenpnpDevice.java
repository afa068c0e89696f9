package coderbased.camera;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpnp.capture.CaptureDevice;
import org.openpnp.capture.CaptureFormat;
import org.openpnp.capture.CaptureStream;
import org.openpnp.capture.OpenPnpCapture;

/** A webcam over openpnp-capture. Used by one thread. */
final class OpenpnpDevice implements WebcamDevice {

    private final String name;
    private final String id;
    private final List<Dimension> resolutions;
    private Dimension resolution;
    private @Nullable OpenPnpCapture context;
    private @Nullable CaptureStream stream;

    /**
     * @param id stays the same when the camera is plugged in again
     * @param resolutions at least one
     */
    OpenpnpDevice(String name, String id, List<Dimension> resolutions) {
        this.name = name;
        this.id = id;
        this.resolutions = List.copyOf(resolutions);
        this.resolution = resolutions.getFirst();
    }

    static OpenpnpDevice of(CaptureDevice device) {
        List<Dimension> sizes =
                device.getFormats().stream().map(OpenpnpDevice::size).distinct().toList();
        return new OpenpnpDevice(
                device.getName(), device.getUniqueId(), sizes.isEmpty() ? List.of(new Dimension(640, 480)) : sizes);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Dimension[] getResolutions() {
        return resolutions.toArray(Dimension[]::new);
    }

    @Override
    public Dimension getResolution() {
        return resolution;
    }

    @Override
    public void setResolution(Dimension size) {
        resolution = size;
    }

    /** @throws WebcamException if the camera is gone, or another program uses it */
    @Override
    public void open() {
        if (stream != null) {
            return;
        }
        OpenPnpCapture found = new OpenPnpCapture();
        try {
            CaptureDevice device = found.getDevices().stream()
                    .filter(other -> other.getUniqueId().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new WebcamException("The camera is no longer connected"));
            CaptureFormat format = device.getFormats().stream()
                    .filter(other -> size(other).equals(resolution))
                    .max(Comparator.comparingInt(other -> other.getFormatInfo().fps))
                    .orElseThrow(() -> new WebcamException("The camera has no such resolution"));
            stream = device.openStream(format);
            context = found;
        } finally {
            if (context == null) {
                found.close();
            }
        }
    }

    /** Returns the newest picture; null as long as there is none since the last call. */
    @Override
    public @Nullable BufferedImage getImage() {
        CaptureStream open = stream;
        if (open == null) {
            throw new WebcamException("The camera is closed");
        }
        try {
            return open.hasNewFrame() ? open.capture() : null;
        } catch (Exception e) {
            throw new WebcamException(e);
        }
    }

    @Override
    public void close() {
        if (stream != null) {
            stream.close();
            stream = null;
        }
        if (context != null) {
            context.close();
            context = null;
        }
    }

    @Override
    public void dispose() {
        close();
    }

    @Override
    public boolean isOpen() {
        return stream != null;
    }

    private static Dimension size(CaptureFormat format) {
        return new Dimension(format.getFormatInfo().width, format.getFormatInfo().height);
    }
}
