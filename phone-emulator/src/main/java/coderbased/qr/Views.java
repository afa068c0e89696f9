package coderbased.qr;

import java.util.ArrayList;
import java.util.List;

/** Makes the planes that the views look at; each once per frame, in buffers that are kept. */
final class Views {

    private static final int NEAR = 640;
    /** A side up to which a whole picture is worth enlarging. */
    static final int SMALL = 420;

    private static final int OVERLAP = 130;
    private static final int FAINT_CONTRAST = 6;
    private static final int MAGNIFICATION = 3;

    private final Pyramid pyramid = new Pyramid();
    private final GreyPlane inverted = new GreyPlane();
    private final GreyPlane sharpened = new GreyPlane();
    private final GreyPlane enlarged = new GreyPlane();
    private final Sharpening sharpening = new Sharpening();
    private final Binarizer local = new LocalThreshold(LocalThreshold.MIN_CONTRAST);
    private final Binarizer faint = new LocalThreshold(FAINT_CONTRAST);
    private final Binarizer global = new GlobalThreshold();
    private int near;
    private Area region = new Area(0, 0, 1, 1);

    /** Starts a frame; {@code interest} is where an enlarged view would look. */
    void load(Frame frame, Area interest) {
        pyramid.load(frame);
        near = pyramid.levelNear(NEAR);
        region = interest;
    }

    /** Moves the region of the views that look at one. */
    void moveTo(Area area) {
        region = area;
    }

    /** True if the view shows what another one before it has already shown. */
    boolean repeats(View view) {
        return (view == View.FULL || view == View.INVERTED_FULL) && near == 0;
    }

    /** Returns overlapping regions that cover a picture. The first one is its middle. */
    static List<Area> regions(int width, int height) {
        List<Area> regions = new ArrayList<>();
        int wide = Math.min(width, SMALL);
        int high = Math.min(height, SMALL);
        regions.add(new Area((width - wide) / 2, (height - high) / 2, wide, high));
        if (wide < width || high < height) {
            int columns = parts(width);
            int rows = parts(height);
            for (int i = 0; i < columns * rows; i++) {
                int left = (width - wide) * (i % columns) / Math.max(1, columns - 1);
                int top = (height - high) * (i / columns) / Math.max(1, rows - 1);
                regions.add(new Area(left, top, wide, high));
            }
        }
        return regions;
    }

    /** Returns how many regions are needed along a side, if each overlaps the next by a small code. */
    private static int parts(int side) {
        int step = SMALL - OVERLAP;
        return side <= SMALL ? 1 : 1 + (side - SMALL + step - 1) / step;
    }

    GreyPlane plane(View view) {
        return switch (view) {
            case NEAR_640, GLOBAL, FAINT -> pyramid.level(near);
            case FULL -> pyramid.level(0);
            case NEAR_320 -> pyramid.level(near + 1);
            case INVERTED -> {
                inverted.loadInverted(pyramid.level(near));
                yield inverted;
            }
            case SHARPENED -> {
                sharpening.sharpen(pyramid.level(near), sharpened);
                yield sharpened;
            }
            case ENLARGED -> {
                enlarged.loadDouble(pyramid.level(0), region);
                yield enlarged;
            }
            case INVERTED_FULL, INVERTED_FAINT, INVERTED_GLOBAL -> {
                inverted.loadInverted(pyramid.level(0));
                yield inverted;
            }
            case MAGNIFIED -> {
                enlarged.loadSquares(pyramid.level(0), region, MAGNIFICATION);
                yield enlarged;
            }
            case INVERTED_MAGNIFIED -> {
                enlarged.loadSquares(pyramid.level(0), region, MAGNIFICATION);
                inverted.loadInverted(enlarged);
                yield inverted;
            }
        };
    }

    Binarizer binarizer(View view) {
        return switch (view) {
            case NEAR_640, FULL, NEAR_320, INVERTED, ENLARGED -> local;
            case INVERTED_FULL, MAGNIFIED, INVERTED_MAGNIFIED -> local;
            case GLOBAL, INVERTED_GLOBAL -> global;
            case FAINT, SHARPENED, INVERTED_FAINT -> faint;
        };
    }

    /** Turns a grid of the view's plane into one of the frame. */
    void toFrame(View view, Perspective grid) {
        switch (view) {
            case NEAR_640, GLOBAL, FAINT, INVERTED, SHARPENED -> grid.scale(1 << near);
            case FULL, INVERTED_FULL, INVERTED_FAINT, INVERTED_GLOBAL -> {}
            case NEAR_320 -> grid.scale(2 << near);
            case ENLARGED, MAGNIFIED, INVERTED_MAGNIFIED -> grid.place(pixel(view), region.left(), region.top());
        }
    }

    /** Returns the length in frame pixels of one pixel of the view's plane. */
    double pixel(View view) {
        return switch (view) {
            case NEAR_640, GLOBAL, FAINT, INVERTED, SHARPENED -> 1 << near;
            case FULL, INVERTED_FULL, INVERTED_FAINT, INVERTED_GLOBAL -> 1;
            case NEAR_320 -> 2 << near;
            case ENLARGED -> 0.5;
            case MAGNIFIED, INVERTED_MAGNIFIED -> 1.0 / MAGNIFICATION;
        };
    }
}
