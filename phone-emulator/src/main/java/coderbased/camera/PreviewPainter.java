package coderbased.camera;

import coderbased.qr.Frame;
import java.nio.ByteBuffer;

/** Turns frames of any format into pictures that a window can show as they are. Used by one thread. */
final class PreviewPainter {

    private static final int BUFFERS = 3;
    private static final int BYTES = 4;

    private final byte[][] buffers = new byte[BUFFERS][0];
    private int turn;

    Preview paint(Frame frame) {
        turn = (turn + 1) % BUFFERS;
        int needed = frame.width() * frame.height() * BYTES;
        if (buffers[turn].length != needed) {
            buffers[turn] = new byte[needed];
        }
        byte[] to = buffers[turn];
        for (int y = 0; y < frame.height(); y++) {
            paintRow(frame, y, to);
        }
        return new Preview(ByteBuffer.wrap(to), frame.width(), frame.height());
    }

    private static void paintRow(Frame frame, int y, byte[] to) {
        int row = y * frame.stride();
        switch (frame.format()) {
            case GRAY8 -> row(frame, row, y, to, 0, 0, 0);
            case RGB24, RGBA32 -> row(frame, row, y, to, 2, 1, 0);
            case BGR24, BGRA32 -> row(frame, row, y, to, 0, 1, 2);
            case ARGB32 -> row(frame, row, y, to, 3, 2, 1);
        }
    }

    private static void row(Frame frame, int row, int y, byte[] to, int blue, int green, int red) {
        byte[] pixels = frame.pixels();
        int step = frame.format().bytes();
        int at = y * frame.width() * BYTES;
        int end = row + frame.width() * step;
        for (int from = row; from < end; from += step, at += BYTES) {
            to[at] = pixels[from + blue];
            to[at + 1] = pixels[from + green];
            to[at + 2] = pixels[from + red];
            to[at + 3] = (byte) 0xFF;
        }
    }
}
