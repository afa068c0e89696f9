package coderbased.qr.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grey picture that is used again for every frame. Its coordinates are continuous: pixel (i, j) covers i..i+1,
 * j..j+1, so its own value is met at (i + 0.5, j + 0.5).
 */
public final class GreyPlane {

    private byte[] pixels = new byte[0];
    private int width;
    private int height;
    private @Nullable GreyPlane negative;
    private boolean isNegativeMade;

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Returns the raw brightness values, row after row; only the first {@code width * height} count. */
    byte[] pixels() {
        return pixels;
    }

    /** Gives the plane a size; its content is undefined afterwards. The buffer only ever grows. */
    void resize(int newWidth, int newHeight) {
        int needed = Math.multiplyExact(newWidth, newHeight);
        if (pixels.length < needed) {
            pixels = new byte[needed];
        }
        width = newWidth;
        height = newHeight;
        isNegativeMade = false;
    }

    public int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /** Brightness at a point, interpolated between the four nearest pixels; beyond the border, the border's. */
    public float sample(double x, double y) {
        float fx = (float) x - 0.5f;
        float fy = (float) y - 0.5f;
        int left = (int) fx;
        int top = (int) fy;
        if (!(fx >= 0 && fy >= 0) || left >= width - 1 || top >= height - 1) {
            return sampleAtBorder(fx, fy);
        }
        float right = fx - left;
        float below = fy - top;
        int here = top * width + left;
        int under = here + width;
        float upper = (pixels[here] & 0xff) * (1 - right) + (pixels[here + 1] & 0xff) * right;
        float lower = (pixels[under] & 0xff) * (1 - right) + (pixels[under + 1] & 0xff) * right;
        return upper * (1 - below) + lower * below;
    }

    private float sampleAtBorder(float x, float y) {
        float fx = Math.max(0, Math.min(width - 1.001f, x));
        float fy = Math.max(0, Math.min(height - 1.001f, y));
        int left = (int) fx;
        int top = (int) fy;
        float right = fx - left;
        float below = fy - top;
        int here = top * width + left;
        int next = left + 1 < width ? here + 1 : here;
        int down = top + 1 < height ? width : 0;
        float upper = (pixels[here] & 0xff) * (1 - right) + (pixels[next] & 0xff) * right;
        float lower = (pixels[here + down] & 0xff) * (1 - right) + (pixels[next + down] & 0xff) * right;
        return upper * (1 - below) + lower * below;
    }

    /** Takes the brightness of a frame: green counts double, red and blue once, as cheap as it gets and near enough. */
    void load(Frame frame) {
        resize(frame.width(), frame.height());
        byte[] from = frame.pixels();
        PixelFormat format = frame.format();
        int step = format.bytes();
        int to = 0;
        for (int y = 0; y < height; y++) {
            int row = y * frame.stride();
            if (step == 1) {
                System.arraycopy(from, row, pixels, to, width);
                to += width;
                continue;
            }
            int red = row + format.red();
            int green = row + format.green();
            int blue = row + format.blue();
            for (int x = 0, at = 0; x < width; x++, at += step) {
                int sum = (from[red + at] & 0xff) + 2 * (from[green + at] & 0xff) + (from[blue + at] & 0xff);
                pixels[to++] = (byte) (sum >> 2);
            }
        }
    }

    /** Takes another plane at half its size, each pixel the mean of four. */
    void loadHalf(GreyPlane source) {
        resize(Math.max(1, source.width / 2), Math.max(1, source.height / 2));
        byte[] from = source.pixels;
        int below = source.height > 1 ? source.width : 0;
        int beside = source.width > 1 ? 1 : 0;
        for (int y = 0; y < height; y++) {
            int at = 2 * y * source.width;
            int to = y * width;
            for (int x = 0; x < width; x++, at += 2) {
                int sum = (from[at] & 0xff)
                        + (from[at + beside] & 0xff)
                        + (from[at + below] & 0xff)
                        + (from[at + below + beside] & 0xff);
                pixels[to++] = (byte) ((sum + 2) >> 2);
            }
        }
    }

    /**
     * Takes a rectangle of another plane at twice its size, interpolated: each pixel 9 : 3 : 3 : 1 of the nearest four.
     */
    void loadDouble(GreyPlane source, Area area) {
        resize(2 * area.width(), 2 * area.height());
        int right = source.width - 1;
        int bottom = source.height - 1;
        int to = 0;
        for (int y = 0; y < height; y++) {
            int row = area.top() + y / 2;
            int beside = Math.max(0, Math.min(bottom, row + (y % 2 == 0 ? -1 : 1))) * source.width;
            row *= source.width;
            int before = source.mixed(row, beside, Math.max(0, area.left() - 1));
            int here = source.mixed(row, beside, area.left());
            for (int column = area.left() + 1; column <= area.left() + area.width(); column++) {
                int after = source.mixed(row, beside, Math.min(right, column));
                pixels[to++] = (byte) ((3 * here + before + 8) >> 4);
                pixels[to++] = (byte) ((3 * here + after + 8) >> 4);
                before = here;
                here = after;
            }
        }
    }

    private int mixed(int row, int beside, int column) {
        return 3 * (pixels[row + column] & 0xff) + (pixels[beside + column] & 0xff);
    }

    /** Takes a rectangle of another plane with each pixel as a square of several. */
    void loadSquares(GreyPlane source, Area area, int side) {
        resize(side * area.width(), side * area.height());
        int to = 0;
        for (int y = 0; y < height; y++) {
            int row = (area.top() + y / side) * source.width + area.left();
            for (int x = 0; x < width; x++) {
                pixels[to++] = source.pixels[row + x / side];
            }
        }
    }

    /** Returns the plane with dark and light exchanged, made when it is first asked for after a load. */
    public GreyPlane negative() {
        GreyPlane made = negative == null ? new GreyPlane() : negative;
        if (!isNegativeMade) {
            made.resize(width, height);
            for (int i = 0; i < width * height; i++) {
                made.pixels[i] = (byte) ~pixels[i];
            }
            negative = made;
            isNegativeMade = true;
        }
        return made;
    }

    /** A rectangle of pixels. */
    public record Area(int left, int top, int width, int height) {

        /** Returns the smallest area that holds all points and what is up to {@code margin} pixels beside them. */
        public static Area around(List<Corner> points, double margin) {
            var across = points.stream().mapToDouble(Corner::x).summaryStatistics();
            var down = points.stream().mapToDouble(Corner::y).summaryStatistics();
            int left = (int) Math.floor(across.getMin() - margin);
            int top = (int) Math.floor(down.getMin() - margin);
            int width = (int) Math.ceil(across.getMax() + margin) - left;
            return new Area(left, top, width, (int) Math.ceil(down.getMax() + margin) - top);
        }

        /** Returns the part that lies in a picture of this size, one pixel at least. */
        public Area within(int pictureWidth, int pictureHeight) {
            int fromX = Math.max(0, Math.min(pictureWidth - 1, left));
            int fromY = Math.max(0, Math.min(pictureHeight - 1, top));
            int wide = Math.max(1, Math.min(pictureWidth, left + width) - fromX);
            return new Area(fromX, fromY, wide, Math.max(1, Math.min(pictureHeight, top + height) - fromY));
        }

        /** True if the middle of another area lies in this one. */
        public boolean holdsMiddleOf(Area other) {
            int x = other.left + other.width / 2;
            int y = other.top + other.height / 2;
            return x >= left && x < left + width && y >= top && y < top + height;
        }
    }
}
