package coderbased.qr.synthetic;

/** The pose of a card before a pinhole camera: tilted, turned and moved. */
final class Pose {

    /** Focal length in frame heights: the field of view of a common webcam, about 60 degrees across. */
    private static final double FOCAL = 1.5;

    private final double[] axes = new double[9];
    private final double[] inverse = new double[9];
    private final double bend;

    /**
     * @param pixels length of a module in pixels when seen straight on
     * @param centreX where the code's middle is seen, in pixels
     * @param frameHeight in pixels
     */
    Pose(Shot shot, double pixels, double centreX, double centreY, int frameHeight) {
        bend = Math.toRadians(shot.bend());
        double tilt = Math.toRadians(shot.tilt());
        double around = Math.toRadians(shot.tiltAxis());
        double turn = Math.toRadians(shot.rotation());
        double focal = FOCAL * frameHeight;
        double distance = focal / pixels;
        double cosine = Math.cos(tilt);
        double[] axis = {Math.cos(around), Math.sin(around)};
        double[] right = {Math.cos(turn), Math.sin(turn)};
        double[] down = {-Math.sin(turn), Math.cos(turn)};
        double[][] sides = {right, down};
        for (int i = 0; i < 2; i++) {
            double along = sides[i][0] * axis[0] + sides[i][1] * axis[1];
            double across = -sides[i][0] * axis[1] + sides[i][1] * axis[0];
            double x = along * axis[0] - across * cosine * axis[1];
            double y = along * axis[1] + across * cosine * axis[0];
            double depth = across * Math.sin(tilt);
            axes[i] = focal * x + centreX * depth;
            axes[3 + i] = focal * y + centreY * depth;
            axes[6 + i] = depth;
        }
        axes[2] = centreX * distance;
        axes[5] = centreY * distance;
        axes[8] = distance;
        invert();
    }

    private void invert() {
        double[] m = axes;
        inverse[0] = m[4] * m[8] - m[5] * m[7];
        inverse[1] = m[2] * m[7] - m[1] * m[8];
        inverse[2] = m[1] * m[5] - m[2] * m[4];
        inverse[3] = m[5] * m[6] - m[3] * m[8];
        inverse[4] = m[0] * m[8] - m[2] * m[6];
        inverse[5] = m[2] * m[3] - m[0] * m[5];
        inverse[6] = m[3] * m[7] - m[4] * m[6];
        inverse[7] = m[1] * m[6] - m[0] * m[7];
        inverse[8] = m[0] * m[4] - m[1] * m[3];
    }

    /** Returns the brightness that a pixel sees. */
    double brightness(Card card, double x, double y) {
        double w = inverse[6] * x + inverse[7] * y + inverse[8];
        double u = (inverse[0] * x + inverse[1] * y + inverse[2]) / w;
        double v = (inverse[3] * x + inverse[4] * y + inverse[5]) / w;
        if (bend == 0) {
            return card.at(u, v);
        }
        double radius = card.size() / 2.0 / bend;
        return Math.abs(u) < radius ? card.at(radius * Math.asin(u / radius), v) : card.surroundings();
    }

    /** Returns the picture position of a point of the card: x, y. */
    double[] seen(double u, double v) {
        double w = axes[6] * u + axes[7] * v + axes[8];
        return new double[] {(axes[0] * u + axes[1] * v + axes[2]) / w, (axes[3] * u + axes[4] * v + axes[5]) / w};
    }
}
