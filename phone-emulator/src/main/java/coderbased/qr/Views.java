package coderbased.qr;

/** Makes the planes that the views look at; each once per frame, in buffers that are kept. */
final class Views {

    private static final int NEAR = 640;
    /** A side up to which a whole picture is worth enlarging. */
    static final int SMALL = 420;

    private static final int FAINT_CONTRAST = 6;

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

    /** True if the view shows what another one before it has already shown. */
    boolean repeats(View view) {
        return view == View.FULL && near == 0;
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
        };
    }

    Binarizer binarizer(View view) {
        return switch (view) {
            case NEAR_640, FULL, NEAR_320, INVERTED, ENLARGED -> local;
            case GLOBAL -> global;
            case FAINT, SHARPENED -> faint;
        };
    }

    /** Turns a grid of the view's plane into one of the frame. */
    void toFrame(View view, Perspective grid) {
        switch (view) {
            case NEAR_640, GLOBAL, FAINT, INVERTED, SHARPENED -> grid.scale(1 << near);
            case FULL -> {}
            case NEAR_320 -> grid.scale(2 << near);
            case ENLARGED -> grid.place(0.5, region.left(), region.top());
        }
    }

    /** Returns the length in frame pixels of one pixel of the view's plane. */
    double pixel(View view) {
        return switch (view) {
            case NEAR_640, GLOBAL, FAINT, INVERTED, SHARPENED -> 1 << near;
            case FULL -> 1;
            case NEAR_320 -> 2 << near;
            case ENLARGED -> 0.5;
        };
    }
}
