package coderbased.qr.code;

import coderbased.qr.picture.GreyPlane;

/**
 * The clearness of a module's colour, for a module shifted a little: 1 if all of it is as dark or as light as the
 * finder patterns say, 0 if an edge runs through it, below 0 if its colour is known and wrong. Asked many thousand
 * times for one code, so the places are worked out once and taken as even around each module.
 */
final class ModuleClearness {

    private static final double ASIDE = 0.27;

    private float[] thresholds = new float[0];
    private ModulePlaces places = new ModulePlaces();
    private GreyPlane plane = new GreyPlane();
    private FunctionPatterns patterns = FunctionPatterns.of(21);
    private float half = 1;

    /** The brightness that tells dark from light around a module. */
    interface Thresholds {

        double at(int column, int row);
    }

    /** Takes the places of the modules before they are shifted, and the threshold of each. */
    void aim(GridScore score, ModulePlaces newPlaces, Thresholds newThresholds) {
        plane = score.plane();
        patterns = score.patterns();
        half = (float) score.levels().half();
        places = newPlaces;
        int size = patterns.size();
        if (thresholds.length < size * size) {
            thresholds = new float[size * size];
        }
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                thresholds[row * size + column] = (float) newThresholds.at(column, row);
            }
        }
    }

    float of(int u, int v, float shiftU, float shiftV) {
        float ux = places.rightX(u, v);
        float uy = places.rightY(u, v);
        float vx = places.downX(u, v);
        float vy = places.downY(u, v);
        float x = places.x(u, v) + shiftU * ux + shiftV * vx;
        float y = places.y(u, v) + shiftU * uy + shiftV * vy;
        float oneX = (float) ASIDE * (ux + vx);
        float oneY = (float) ASIDE * (uy + vy);
        float otherX = (float) ASIDE * (ux - vx);
        float otherY = (float) ASIDE * (uy - vy);
        float threshold = thresholds[v * patterns.size() + u];
        float sum = clear(x + oneX, y + oneY, threshold)
                + clear(x - oneX, y - oneY, threshold)
                + clear(x + otherX, y + otherY, threshold)
                + clear(x - otherX, y - otherY, threshold);
        int sign = patterns.signAt(u, v);
        return (sign == 0 ? Math.abs(sum) : sign * sum) / 4;
    }

    private float clear(float x, float y, float threshold) {
        return Math.max(-1, Math.min(1, (plane.sample(x, y) - threshold) / half));
    }
}
