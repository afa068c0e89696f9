package coderbased.qr.code;

/** A smooth curve through a few points of the picture: between two of them a cubic whose slopes the neighbours give. */
final class Curve {

    private static final int MOST = 7;

    private final double[] at = new double[MOST];
    private final double[] pointX = new double[MOST];
    private final double[] pointY = new double[MOST];
    private final double[] slopeX = new double[MOST];
    private final double[] slopeY = new double[MOST];
    private int count;
    private double x;
    private double y;

    /** Sets the point that is met at a length along the curve; the lengths rise. */
    void set(int i, double length, double atX, double atY) {
        at[i] = length;
        pointX[i] = atX;
        pointY[i] = atY;
    }

    /** Joins the first {@code points} points, two at least. */
    void join(int points) {
        count = points;
        slopes(pointX, slopeX);
        slopes(pointY, slopeY);
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    /** Goes to a length along the curve; beyond its ends it is straight. */
    void to(double length) {
        int i = 0;
        while (i < count - 2 && length > at[i + 1]) {
            i++;
        }
        double step = at[i + 1] - at[i];
        double t = (length - at[i]) / step;
        if (t < 0 || t > 1) {
            int end = t < 0 ? i : i + 1;
            x = pointX[end] + (length - at[end]) * slopeX[end];
            y = pointY[end] + (length - at[end]) * slopeY[end];
            return;
        }
        double last = t * t * (3 - 2 * t);
        double leave = t * (1 - t) * (1 - t) * step;
        double arrive = -t * t * (1 - t) * step;
        x = pointX[i] + last * (pointX[i + 1] - pointX[i]) + leave * slopeX[i] + arrive * slopeX[i + 1];
        y = pointY[i] + last * (pointY[i + 1] - pointY[i]) + leave * slopeY[i] + arrive * slopeY[i + 1];
    }

    /** Puts the slopes of the parabolas through each point and its neighbours. */
    private void slopes(double[] points, double[] slopes) {
        for (int i = 0; i < count; i++) {
            int middle = Math.max(1, Math.min(count - 2, i));
            if (count == 2) {
                slopes[i] = (points[1] - points[0]) / (at[1] - at[0]);
                continue;
            }
            double before = (points[middle] - points[middle - 1]) / (at[middle] - at[middle - 1]);
            double after = (points[middle + 1] - points[middle]) / (at[middle + 1] - at[middle]);
            double bend = (after - before) / (at[middle + 1] - at[middle - 1]);
            slopes[i] = before + bend * (2 * at[i] - at[middle] - at[middle - 1]);
        }
    }
}
