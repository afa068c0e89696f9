package coderbased.qr.synthetic;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import java.util.Random;

/**
 * One photograph of a {@link Card}: how large, how tilted, and what goes wrong. Starts as an ordinary good picture (a
 * little optical blur, a little noise); each method changes one thing and returns the shot.
 */
public final class Shot {

    private final Card card;
    private final int width;
    private final int height;
    private double size = 0.4;
    private double tilt;
    private double tiltAxis;
    private double rotation;
    private double bend;
    private double moveX;
    private double moveY;
    private final Faults faults = new Faults();

    public Shot(Card card, int width, int height) {
        this.card = card;
        this.width = width;
        this.height = height;
    }

    /** Sets the side of the code (without quiet zone), seen straight on, as a share of the frame's height. */
    public Shot size(double share) {
        size = share;
        return this;
    }

    /**
     * Degrees the card leans away from the camera, around an axis in the picture that is turned by {@code axis}
     * degrees.
     */
    public Shot tilt(double degrees, double axis) {
        tilt = degrees;
        tiltAxis = axis;
        return this;
    }

    /** Degrees the code is turned in its own plane. */
    public Shot rotation(double degrees) {
        rotation = degrees;
        return this;
    }

    /**
     * Degrees by which the paper has turned away at the left and right side of the code, as around a can; 0 is flat.
     */
    public Shot bend(double degrees) {
        bend = degrees;
        return this;
    }

    /** Moves the code's middle away from the frame's, in pixels. */
    public Shot move(double x, double y) {
        moveX = x;
        moveY = y;
        return this;
    }

    /** Returns the other faults of the picture. */
    public Faults faults() {
        return faults;
    }

    double tilt() {
        return tilt;
    }

    double tiltAxis() {
        return tiltAxis;
    }

    double rotation() {
        return rotation;
    }

    double bend() {
        return bend;
    }

    /** Takes the photograph; the same randomness gives the same picture. */
    public Frame take(Random random) {
        double pixels = size * height / card.size();
        double centreX = width / 2.0 + moveX;
        double centreY = height / 2.0 + moveY;
        Pose pose = new Pose(this, pixels, centreX, centreY, height);
        float[] light = new float[width * height];
        double reach = 0.5 * card.size() + card.quiet() + 26;
        double near = Math.min(height, 2.2 * reach * pixels);
        for (int y = 0; y < height; y++) {
            boolean rowNear = Math.abs(y - centreY) < near;
            for (int x = 0; x < width; x++) {
                light[y * width + x] =
                        rowNear && Math.abs(x - centreX) < near ? pixel(pose, x, y) : card.surroundings();
            }
        }
        byte[] grey = faults.apply(light, width, height, size * height, random);
        return Frame.packed(grey, width, height, PixelFormat.GRAY8);
    }

    private float pixel(Pose pose, int x, int y) {
        double first = pose.brightness(card, x + 0.1, y + 0.1);
        double last = pose.brightness(card, x + 0.9, y + 0.9);
        double middle = pose.brightness(card, x + 0.5, y + 0.5);
        double across = pose.brightness(card, x + 0.9, y + 0.1);
        double down = pose.brightness(card, x + 0.1, y + 0.9);
        if (first == last && first == middle && first == across && first == down) {
            return (float) first;
        }
        double sum = 0;
        for (int i = 0; i < 16; i++) {
            sum += pose.brightness(card, x + 0.125 + 0.25 * (i % 4), y + 0.125 + 0.25 * (i / 4));
        }
        return (float) (sum / 16);
    }
}
