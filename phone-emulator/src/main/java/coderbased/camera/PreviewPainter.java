package coderbased.camera;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import java.nio.IntBuffer;

/** Turns frames of any format into pictures that a window can show as they are. Used by one thread. */
final class PreviewPainter {

    private static final int BUFFERS = 3;
    private static final int OPAQUE = 0xFF000000;

    private final int[][] buffers = new int[BUFFERS][0];
    private int turn;

    Preview paint(Frame frame) {
        turn = (turn + 1) % BUFFERS;
        int needed = frame.width() * frame.height();
        if (buffers[turn].length != needed) {
            buffers[turn] = new int[needed];
        }
        int[] to = buffers[turn];
        for (int y = 0; y < frame.height(); y++) {
            paintRow(frame, y, to);
        }
        return new Preview(IntBuffer.wrap(to), frame.width(), frame.height());
    }

    private static void paintRow(Frame frame, int y, int[] to) {
        byte[] pixels = frame.pixels();
        PixelFormat format = frame.format();
        int red = format.red();
        int green = format.green();
        int blue = format.blue();
        int step = format.bytes();
        int at = y * frame.width();
        int row = y * frame.stride();
        int end = row + frame.width() * step;
        for (int from = row; from < end; from += step) {
            to[at++] = OPAQUE
                    | (pixels[from + red] & 0xFF) << 16
                    | (pixels[from + green] & 0xFF) << 8
                    | pixels[from + blue] & 0xFF;
        }
    }
}
