package coderbased.camera;

import java.util.Arrays;
import java.util.Locale;

/**
 * A part of all that this computer's screens show, in shares of the whole, each 0 to 1.
 *
 * @param left how far from the left edge
 * @param top how far from the top
 */
public record ScreenPart(double left, double top, double width, double height) {

    /** The whole. */
    public static final ScreenPart ALL = new ScreenPart(0, 0, 1, 1);

    /** Less than this of the screen is too little to hold a code, and too little to hit. */
    public static final double MIN_SHARE = 0.03;

    public ScreenPart {
        boolean inside = left >= 0 && top >= 0 && left + width <= 1.000001 && top + height <= 1.000001;
        if (!inside || !(width >= MIN_SHARE) || !(height >= MIN_SHARE)) {
            throw new IllegalArgumentException("Not a part of a screen: " + left + "," + top + "," + width + ","
                    + height + ". Give left, top, width and height in shares of it, each between 0 and 1.");
        }
    }

    /** Returns the part between two points, given in shares of the whole, kept inside it and large enough to hit. */
    public static ScreenPart between(double x, double y, double otherX, double otherY) {
        double width = Math.max(MIN_SHARE, Math.min(1, Math.max(x, otherX)) - Math.max(0, Math.min(x, otherX)));
        double height = Math.max(MIN_SHARE, Math.min(1, Math.max(y, otherY)) - Math.max(0, Math.min(y, otherY)));
        double left = Math.max(0, Math.min(1 - width, Math.min(x, otherX)));
        double top = Math.max(0, Math.min(1 - height, Math.min(y, otherY)));
        return new ScreenPart(left, top, width, height);
    }

    /** Returns a part of the same size elsewhere, as far as the screen reaches. */
    public ScreenPart moved(double right, double down) {
        double newLeft = Math.max(0, Math.min(1 - width, left + right));
        double newTop = Math.max(0, Math.min(1 - height, top + down));
        return new ScreenPart(newLeft, newTop, width, height);
    }

    /** Returns a part of another size at the same place, as far as the screen reaches. */
    public ScreenPart grown(double wider, double higher) {
        double newWidth = Math.max(MIN_SHARE, Math.min(1 - left, width + wider));
        double newHeight = Math.max(MIN_SHARE, Math.min(1 - top, height + higher));
        return new ScreenPart(Math.min(left, 1 - newWidth), Math.min(top, 1 - newHeight), newWidth, newHeight);
    }

    /** Reads {@code LEFT,TOP,WIDTH,HEIGHT}. */
    static ScreenPart parse(String text) {
        double[] shares = Arrays.stream(text.split(","))
                .mapToDouble(share -> Double.parseDouble(share.strip()))
                .toArray();
        if (shares.length != 4) {
            throw new IllegalArgumentException("A part of a screen has four shares, not " + shares.length);
        }
        return new ScreenPart(shares[0], shares[1], shares[2], shares[3]);
    }

    /** Returns the text that {@link #parse} reads back. */
    String text() {
        return String.format(Locale.ROOT, "%s,%s,%s,%s", left, top, width, height);
    }
}
