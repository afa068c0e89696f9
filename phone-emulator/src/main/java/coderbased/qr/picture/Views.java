package coderbased.qr.picture;

/** Makes the planes that the views look at; each once per frame, in buffers that are kept. */
public final class Views {

    private static final int NEAR = 640;
    /** A side up to which a whole picture is worth enlarging. */
    public static final int SMALL = 420;

    private static final int FAINT_CONTRAST = 6;
    private static final int MAGNIFICATION = 3;
    /** The distinctness of one brightness with noise, or of many, is less. */
    private static final double DISTINCT = 0.72;
    /** The noise of a picture of a screen is no more. */
    private static final int EVEN = 2;

    private final Pyramid pyramid = new Pyramid();
    private final GreyPlane sharpened = new GreyPlane();
    private final GreyPlane enlarged = new GreyPlane();
    private final Sharpening sharpening = new Sharpening();
    private final Binarizer local = new LocalThreshold(LocalThreshold.MIN_CONTRAST);
    private final Binarizer faint = new LocalThreshold(FAINT_CONTRAST);
    private final GlobalThreshold global = new GlobalThreshold();
    private final LightMeter light = new LightMeter();
    private int near;
    /** The {@link LightMeter#noise} of the frame; negative before it is asked. */
    private int noise;

    private GreyPlane.Area region = new GreyPlane.Area(0, 0, 1, 1);

    /** Starts a frame; {@code interest} is where an enlarged view would look. */
    public void load(Frame frame, GreyPlane.Area interest) {
        pyramid.load(frame);
        near = pyramid.levelNear(NEAR);
        noise = -1;
        region = interest;
    }

    /** Moves the region of the views that look at one. */
    public void moveTo(GreyPlane.Area area) {
        region = area;
    }

    /** True if the view shows what another one before it has already shown. */
    public boolean repeats(View view) {
        return switch (view) {
            case FULL, FAINT_FULL, GLOBAL_FULL -> near == 0;
            case HALF -> near <= 1;
            default -> false;
        };
    }

    /**
     * True if the view may show something in this frame. One threshold at full size is for frames of two
     * brightnesses; the slightest contrast there is for pictures without noise, for noise is slight contrast too.
     */
    public boolean pays(View view) {
        return !repeats(view)
                && switch (view) {
                    case GLOBAL_FULL -> global.distinctness(pyramid.level(near)) > DISTINCT;
                    case FAINT_FULL -> isClean();
                    default -> true;
                };
    }

    /** True if the frame has no noise: a picture of a screen rather than a camera's. */
    public boolean isClean() {
        if (noise < 0) {
            light.measure(pyramid.level(0));
            noise = light.noise();
        }
        return noise <= EVEN;
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
            case HALF -> pyramid.level(1);
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
            case NEAR_640, FULL, HALF, NEAR_320, ENLARGED -> local;
            case GLOBAL, GLOBAL_FULL -> global;
            case FAINT, SHARPENED, FAINT_FULL, MAGNIFIED -> faint;
        };
    }

    /** Returns the length in frame pixels of one pixel of the view's plane. */
    public double pixel(View view) {
        return switch (view) {
            case NEAR_640, GLOBAL, FAINT, SHARPENED -> 1 << near;
            case FULL, FAINT_FULL, GLOBAL_FULL -> 1;
            case HALF -> 2;
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
