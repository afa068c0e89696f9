package coderbased.qr.code;

/**
 * Moves the corners of a supposed grid until it agrees best with the function patterns. The three corners with
 * finders are nearly right from the start; the fourth is looked for by its alignment pattern first.
 */
final class GridRefinement {

    /** Less than this is noise, and following it lets a grid that lies well drift. */
    private static final double WORTH_MOVING = 0.001;

    private final AlignmentSpot spot = new AlignmentSpot();
    private final double[] quad = new double[8];
    private final Perspective trial = new Perspective();
    private final Perspective best = new Perspective();

    /** Improves {@code grid} in place and returns its score. */
    double refine(GridScore score, Perspective grid) {
        double reached = score.overall(grid);
        best.set(grid);
        reached = byAlignment(score, grid, reached);
        grid.set(best);
        int size = score.patterns().size();
        double module = Math.hypot(grid.x(size, 0) - grid.x(0, 0), grid.y(size, 0) - grid.y(0, 0)) / size;
        grid.toQuad(quad, size);
        for (double step = 0.8 * module; step > 0.09 * module; step /= 2) {
            double before;
            int rounds = 0;
            do {
                before = reached;
                for (int i = 0; i < 8; i++) {
                    reached = nudge(score, size, i, step, reached);
                }
            } while (reached > before + 0.002 && ++rounds < 4);
        }
        grid.setQuad(quad, size);
        return reached;
    }

    private double nudge(GridScore score, int size, int coordinate, double step, double reached) {
        double old = quad[coordinate];
        for (double move = -step; move <= step; move += 2 * step) {
            quad[coordinate] = old + move;
            trial.setQuad(quad, size);
            if (trial.holds(size)) {
                double now = score.overall(trial);
                if (now > reached + WORTH_MOVING) {
                    return now;
                }
            }
        }
        quad[coordinate] = old;
        return reached;
    }

    /** Looks for the last alignment pattern around where it should be and bends the grid to it. */
    private double byAlignment(GridScore score, Perspective grid, double reached) {
        int[] centres = score.patterns().alignment();
        if (centres.length == 0) {
            return reached;
        }
        double expected = centres[centres.length - 1] + 0.5;
        if (!spot.find(score, grid, expected)) {
            return reached;
        }
        bend(grid, score.patterns().size(), expected, spot.u(), spot.v());
        double now = trial.holds(score.patterns().size()) ? score.overall(trial) : -1;
        if (now > reached) {
            best.set(trial);
            return now;
        }
        return reached;
    }

    /** Keeps the three finders' centres and moves the alignment pattern's to where it was found. */
    private void bend(Perspective grid, int size, double expected, double foundU, double foundV) {
        double corner = 3.5;
        double far = size - 3.5;
        double[] points = {
            grid.x(corner, corner), grid.y(corner, corner),
            grid.x(far, corner), grid.y(far, corner),
            grid.x(foundU, foundV), grid.y(foundU, foundV),
            grid.x(corner, far), grid.y(corner, far)
        };
        double[] modules = {corner, corner, far, corner, expected, expected, corner, far};
        trial.setPoints(modules, points);
    }
}
