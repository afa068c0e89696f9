package coderbased.qr.picture;

/** Makes the planes that the views look at; each once per frame, in buffers that are kept. */
public final class Views {

    private static final int NEAR = 640;
    /** A side up to which a whole picture is worth enlarging. */
    public static final int SMALL = 420;

    private static final int FAINT_CONTRAST = 6;
    private static final int MAGNIFICATION = 3;

    private final Pyramid pyramid = new Pyramid();
    private final GreyPlane sharpened = new GreyPlane();
    private final GreyPlane enlarged = new GreyPlane();
    private final Sharpening sharpening = new Sharpening();
    private final Binarizer local = new LocalThreshold(LocalThreshold.MIN_CONTRAST);
    private final Binarizer faint = new LocalThreshold(FAINT_CONTRAST);
    private final Binarizer global = new GlobalThreshold();
    private int near;
    private GreyPlane.Area region = new GreyPlane.Area(0, 0, 1, 1);

    /** Starts a frame; {@code interest} is where an enlarged view would look. */
    public void load(Frame frame, GreyPlane.Area interest) {
        pyramid.load(frame);
        near = pyramid.levelNear(NEAR);
        region = interest;
    }

    /** Moves the region of the views that look at one. */
    public void moveTo(GreyPlane.Area area) {
        region = area;
    }

    /** True if the view shows what another one before it has already shown. */
    public boolean repeats(View view) {
        return near == 0 && (view == View.FULL || view == View.FAINT_FULL || view == View.GLOBAL_FULL);
    }

    /** Returns the middle of a picture, or all of a small one. */
    public static GreyPlane.Area middle(int width, int height) {
        int wide = Math.min(width, SMALL);
        int high = Math.min(height, SMALL);
        return new GreyPlane.Area((width - wide) / 2, (height - high) / 2, wide, high);
    }

    public GreyPlane plane(View view) {
        return switch (view) {
            case NEAR_640, GLOBAL, FAINT -> pyramid.level(near);
            case FULL, FAINT_FULL, GLOBAL_FULL -> pyramid.level(0);
            case NEAR_320 -> pyramid.level(near + 1);
            case SHARPENED -> {
                sharpening.sharpen(pyramid.level(near), sharpened);
                yield sharpened;
            }
            case ENLARGED -> {
                enlarged.loadDouble(pyramid.level(0), region);
                yield enlarged;
            }
            case MAGNIFIED -> {
                enlarged.loadSquares(pyramid.level(0), region, MAGNIFICATION);
                yield enlarged;
            }
        };
    }

    public Binarizer binarizer(View view) {
        return switch (view) {
            case NEAR_640, FULL, NEAR_320, ENLARGED -> local;
            case GLOBAL, GLOBAL_FULL -> global;
            case FAINT, SHARPENED, FAINT_FULL, MAGNIFIED -> faint;
        };
    }

    /** Returns the length in frame pixels of one pixel of the view's plane. */
    public double pixel(View view) {
        return switch (view) {
            case NEAR_640, GLOBAL, FAINT, SHARPENED -> 1 << near;
            case FULL, FAINT_FULL, GLOBAL_FULL -> 1;
            case NEAR_320 -> 2 << near;
            case ENLARGED -> 0.5;
            case MAGNIFIED -> 1.0 / MAGNIFICATION;
        };
    }

    /** Returns the area of the frame that the view's plane shows. */
    public GreyPlane.Area area(View view) {
        return view.isRegional()
                ? region
                : new GreyPlane.Area(
                        0, 0, pyramid.level(0).width(), pyramid.level(0).height());
    }
}
