package coderbased.qr;

/**
 * A way to look at a frame. Each finds codes that another misses; they are listed in the order in which they pay, the
 * cheapest and most fruitful first.
 */
enum View {
    /** Local threshold, picture halved until its longer side is near 640 pixels: reads most codes that are near. */
    NEAR_640("local threshold, near 640 px"),
    /** Local threshold at full size: small and far codes. */
    FULL("local threshold, full size"),
    /** Local threshold near 320 pixels: large codes under noise, moire or blur, which halving takes away. */
    NEAR_320("local threshold, near 320 px"),
    /** One threshold for all: what a local one breaks up. */
    GLOBAL("global threshold, near 640 px"),
    /** Light on dark. */
    INVERTED("inverted, near 640 px"),
    /** Local threshold that believes the slightest contrast: darkness and haze. */
    FAINT("faint, near 640 px"),
    /** Sharpened: what is out of focus or was moving. */
    SHARPENED("sharpened, near 640 px"),
    /** The region of interest at double size: the smallest modules. */
    ENLARGED("enlarged twice");

    private final String label;

    View(String label) {
        this.label = label;
    }

    /** Returns the description that a {@link Reading} carries of how it was found. */
    String label() {
        return label;
    }
}
