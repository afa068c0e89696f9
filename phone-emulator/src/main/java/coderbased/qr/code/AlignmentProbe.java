package coderbased.qr.code;

import coderbased.qr.picture.GreyPlane;

/** Looks for one alignment pattern around a place of the picture, along axes that need be right only there. */
final class AlignmentProbe {

    private static final double GOOD = 0.5;
    /** Places that fit as well as the best but for so much are the same: a sharp pattern fits anywhere near. */
    private static final double TOLERANCE = 0.03;

    private static final int REACH = 6;
    private static final double STEP = 0.5;
    private static final int FINE_REACH = 3;
    private static final double FINE_STEP = 0.2;

    private GreyPlane plane = new GreyPlane();
    private GridScore score = new GridScore(new SampleBudget());
    private double ux;
    private double uy;
    private double vx;
    private double vy;
    private double x;
    private double y;

    void aim(GridScore newScore) {
        score = newScore;
        plane = newScore.plane();
    }

    /** Sets the axes, one module long. */
    void axes(double newUx, double newUy, double newVx, double newVy) {
        ux = newUx;
        uy = newUy;
        vx = newVx;
        vy = newVy;
    }

    /** Returns the place where it was found. */
    double x() {
        return x;
    }

    double y() {
        return y;
    }

    /** Looks up to three modules around; false if nothing there looks like an alignment pattern. */
    boolean find(double expectedX, double expectedY) {
        return search(expectedX, expectedY, REACH, STEP) >= GOOD && search(x, y, FINE_REACH, FINE_STEP) >= GOOD;
    }

    /** Puts the middle of the best places into x and y and returns how well they fit: 1 wholly, 0 not at all. */
    private double search(double aroundX, double aroundY, int reach, double step) {
        double best = -1;
        double sumU = 0;
        double sumV = 0;
        int count = 0;
        for (int row = -reach; row <= reach; row++) {
            for (int column = -reach; column <= reach; column++) {
                double u = column * step;
                double v = row * step;
                double fit = fit(aroundX + u * ux + v * vx, aroundY + u * uy + v * vy);
                boolean isFar = count > 0 && Math.max(Math.abs(u - sumU / count), Math.abs(v - sumV / count)) > 1;
                if (fit > best + TOLERANCE || (fit > best && isFar)) {
                    sumU = 0;
                    sumV = 0;
                    count = 0;
                }
                if (fit >= best - TOLERANCE && (count == 0 || !isFar)) {
                    sumU += u;
                    sumV += v;
                    count++;
                }
                best = Math.max(best, fit);
            }
        }
        double u = sumU / count;
        double v = sumV / count;
        x = aroundX + u * ux + v * vx;
        y = aroundY + u * uy + v * vy;
        return best;
    }

    private double fit(double middleX, double middleY) {
        score.work().spend(25);
        double light = 0;
        double dark = 0;
        for (int v = -2; v <= 2; v++) {
            for (int u = -2; u <= 2; u++) {
                float value = plane.sample(middleX + u * ux + v * vx, middleY + u * uy + v * vy);
                if (Math.max(Math.abs(u), Math.abs(v)) == 1) {
                    light += value;
                } else {
                    dark += value;
                }
            }
        }
        return (light / 8 - dark / 17) / (2 * score.levels().half());
    }
}
