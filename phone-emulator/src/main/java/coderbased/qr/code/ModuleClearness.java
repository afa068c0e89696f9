package coderbased.qr.code;

import coderbased.qr.picture.GreyPlane;

/**
 * The clearness of a module's colour, for a module shifted a little: 1 if all of it is as dark or as light as the
 * finder patterns say, 0 if an edge runs through it, below 0 if its colour is known and wrong. Asked many thousand
 * times for one code, so the perspective is worked out once for each module and taken as even around it.
 */
final class ModuleClearness {

    private static final double ASIDE = 0.27;
    private static final int NUMBERS = 7;

    private float[] places = new float[0];
    private GreyPlane plane = new GreyPlane();
    private FunctionPatterns patterns = FunctionPatterns.of(21);
    private float half = 1;

    /** The brightness that tells dark from light around a module. */
    interface Thresholds {

        double at(int column, int row);
    }

    /** Takes the flat grid and the threshold of each place. */
    void aim(GridScore score, Perspective grid, Thresholds thresholds) {
        plane = score.plane();
        patterns = score.patterns();
        half = (float) score.levels().half();
        int size = patterns.size();
        if (places.length < size * size * NUMBERS) {
            places = new float[size * size * NUMBERS];
        }
        int to = 0;
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double u = column + 0.5;
                double v = row + 0.5;
                places[to++] = (float) grid.x(u, v);
                places[to++] = (float) grid.y(u, v);
                places[to++] = (float) (grid.x(u + 0.5, v) - grid.x(u - 0.5, v));
                places[to++] = (float) (grid.y(u + 0.5, v) - grid.y(u - 0.5, v));
                places[to++] = (float) (grid.x(u, v + 0.5) - grid.x(u, v - 0.5));
                places[to++] = (float) (grid.y(u, v + 0.5) - grid.y(u, v - 0.5));
                places[to++] = (float) thresholds.at(column, row);
            }
        }
    }

    float of(int u, int v, float shiftU, float shiftV) {
        int at = (v * patterns.size() + u) * NUMBERS;
        float ux = places[at + 2];
        float uy = places[at + 3];
        float vx = places[at + 4];
        float vy = places[at + 5];
        float x = places[at] + shiftU * ux + shiftV * vx;
        float y = places[at + 1] + shiftU * uy + shiftV * vy;
        float oneX = (float) ASIDE * (ux + vx);
        float oneY = (float) ASIDE * (uy + vy);
        float otherX = (float) ASIDE * (ux - vx);
        float otherY = (float) ASIDE * (uy - vy);
        float threshold = places[at + 6];
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
