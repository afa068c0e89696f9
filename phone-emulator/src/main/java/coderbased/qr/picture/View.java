package coderbased.qr.picture;

/**
 * A way to look at a frame. Each finds codes that another misses, dark on light and light on dark; they are listed in
 * the order in which they pay, the cheapest and most fruitful first.
 */
public enum View {
    /** Local threshold, picture halved until its longer side is near 640 pixels: reads most codes that are near. */
    NEAR_640("local threshold, near 640 px"),
    /** Local threshold at full size: small and far codes. */
    FULL("local threshold, full size"),
    /** Local threshold at half size, where that lies between the two before: small codes under noise. */
    HALF("local threshold, half size"),
    /** Local threshold near 320 pixels: large codes under noise, moire or blur, which halving takes away. */
    NEAR_320("local threshold, near 320 px"),
    /** One threshold for all: what a local one breaks up. */
    GLOBAL("global threshold, near 640 px"),
    /** Local threshold that believes the slightest contrast: darkness and haze. */
    FAINT("faint, near 640 px"),
    /** Sharpened: what is out of focus or was moving. */
    SHARPENED("sharpened, near 640 px"),
    /** The region of interest at double size: the smallest modules. */
    ENLARGED("enlarged twice"),
    /** One threshold for all at full size: slight contrast on an even surface, small codes in the dark. */
    GLOBAL_FULL("global threshold, full size"),
    /** The slightest contrast at full size. For single pictures only, as are those that follow. */
    FAINT_FULL("faint, full size"),
    /** A region with each pixel as a square of three by three: modules of one pixel, as in a picture of a screen. */
    MAGNIFIED("magnified three times");

    private final String label;

    View(String label) {
        this.label = label;
    }

    /** True if it looks at a region of the frame instead of the whole. */
    public boolean isRegional() {
        return this == ENLARGED || this == MAGNIFIED;
    }

    /** True if it is for single pictures only. */
    public boolean isForStills() {
        return compareTo(GLOBAL_FULL) > 0;
    }

    /** Returns the description that a {@code Reading} carries of how it was found. */
    public String label() {
        return label;
    }
}
