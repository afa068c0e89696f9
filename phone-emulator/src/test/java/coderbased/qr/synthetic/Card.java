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
 * @param style how it is drawn
 */
public record Card(ByteMatrix modules, int size, double quiet, int surroundings, boolean inverted, CodeStyle style) {

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
            return new Card(matrix, matrix.getWidth(), 4, surroundings, false, CodeStyle.PLAIN);
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

    /** Returns the same code with modules and finder patterns of another shape. */
    public Card styled(CodeStyle newStyle) {
        return new Card(modules, size, quiet, surroundings, inverted, newStyle);
    }

    /** Brightness at a point. */
    double at(double x, double y) {
        double u = x + size / 2.0;
        double v = y + size / 2.0;
        if (u >= 0 && v >= 0 && u < size && v < size) {
            return style.isInk(modules, u, v) ^ inverted ? INK : PAPER;
        }
        boolean onCard = u >= -quiet && v >= -quiet && u < size + quiet && v < size + quiet;
        return onCard ? (inverted ? INK : PAPER) : clutter(u, v);
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
