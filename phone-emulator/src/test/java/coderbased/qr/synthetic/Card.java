package coderbased.qr.synthetic;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * A code printed on a card in front of a background, measured in modules with the code's middle at (0, 0).
 *
 * @param size modules along one side
 * @param quiet width of the white border, in modules
 * @param surroundings brightness around the card, 0 to 255
 * @param inverted light modules on a dark card
 * @param style the shape of the modules
 */
public record Card(ByteMatrix modules, int size, double quiet, int surroundings, boolean inverted, Style style) {

    /** Shapes that designers give to modules. */
    public enum Style {
        SQUARES,
        /** Each dark module a dot that does not touch the next; the finder patterns are squares. */
        DOTS,
        /** Dots, and finder patterns that are circles in circles. */
        ROUND
    }

    private static final double DOT = 0.42;

    /** Brightness of a surface in the dark theme. */
    public static final int DARK = 28;

    /** Brightness of a surface in the light theme. */
    public static final int LIGHT = 225;

    private static final int INK = 18;
    private static final int PAPER = 235;

    /** Returns the product's way to show a text: dark on a white card with four modules of quiet zone. */
    public static Card of(String text, ErrorCorrectionLevel level, int surroundings) {
        try {
            ByteMatrix matrix = Encoder.encode(text, level, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            return new Card(matrix, matrix.getWidth(), 4, surroundings, false, Style.SQUARES);
        } catch (WriterException e) {
            throw new IllegalArgumentException("Not a text for a QR code: " + text, e);
        }
    }

    /** Returns the same code with another border. */
    public Card withQuiet(double modulesOfQuiet) {
        return new Card(modules, size, modulesOfQuiet, surroundings, inverted, style);
    }

    /** Returns the same code light on dark. */
    public Card inverse() {
        return new Card(modules, size, quiet, surroundings, true, style);
    }

    /** Returns the same code with modules of another shape. */
    public Card styled(Style newStyle) {
        return new Card(modules, size, quiet, surroundings, inverted, newStyle);
    }

    /** Brightness at a point. */
    double at(double x, double y) {
        double u = x + size / 2.0;
        double v = y + size / 2.0;
        if (u >= 0 && v >= 0 && u < size && v < size) {
            return isInk(u, v) ^ inverted ? INK : PAPER;
        }
        boolean onCard = u >= -quiet && v >= -quiet && u < size + quiet && v < size + quiet;
        return onCard ? (inverted ? INK : PAPER) : clutter(u, v);
    }

    private boolean isInk(double u, double v) {
        double finderU = Math.abs(u < 7 ? u - 3.5 : u - size + 3.5);
        double finderV = Math.abs(v < 7 ? v - 3.5 : v - size + 3.5);
        boolean isFinder = finderU <= 3.5 && finderV <= 3.5 && !(u >= 7 && v >= 7);
        if (isFinder && style == Style.ROUND) {
            double radius = Math.hypot(finderU, finderV);
            return radius < 1.5 || (radius > 2.5 && radius < 3.5);
        }
        boolean isDark = modules.get((int) u, (int) v) == 1;
        if (isFinder || style == Style.SQUARES) {
            return isDark;
        }
        return isDark && Math.hypot(u - Math.floor(u) - 0.5, v - Math.floor(v) - 0.5) < DOT;
    }

    /**
     * Returns the brightness of other content on the screen: lines of something like text, left of and below the card.
     */
    private double clutter(double u, double v) {
        double line = v - 3 * Math.floor(v / 3);
        boolean below = v > size + quiet + 3 && v < size + quiet + 14;
        boolean beside = u < -quiet - 3 && u > -quiet - 22;
        if ((below || beside) && line < 1.3) {
            int word = (int) Math.floor(u / 0.7) * 31 + (int) Math.floor(v / 3) * 17;
            boolean ink = (word * 0x9E3779B1 >>> 28) % 3 != 0;
            return ink ? 255 - surroundings : surroundings;
        }
        return surroundings;
    }
}
