package coderbased.camera;

import coderbased.qr.Frame;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** An open network camera whose pictures come without their lengths, which the driver does not read. */
final class BareStreamShots implements Shots {

    private final HttpURLConnection call;
    private final MultipartStream stream;

    private BareStreamShots(HttpURLConnection call, MultipartStream stream) {
        this.call = call;
        this.stream = stream;
    }

    static BareStreamShots open(NetworkProbe camera) throws CameraException {
        HttpURLConnection call = camera.call();
        try {
            return new BareStreamShots(call, NetworkProbe.stream(call));
        } catch (IOException refused) {
            call.disconnect();
            throw new CameraException(CameraTrouble.UNREACHABLE, refused);
        }
    }

    /** Waits for the next picture as long as the connection's deadline. */
    @Override
    public @Nullable Frame next() throws CameraException {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(stream.next()));
            return image == null ? null : Frames.of(image);
        } catch (SocketTimeoutException silent) {
            throw new CameraException(CameraTrouble.STALLED, silent);
        } catch (IOException gone) {
            throw new CameraException(CameraTrouble.LOST, gone);
        }
    }

    @Override
    public void close() {
        call.disconnect();
    }
}
