package coderbased.qr.code;

/**
 * The places of the middles of all modules of a code in the picture: those of a flat grid, or those on smooth curves
 * through the knots of an {@link AlignmentMesh}.
 */
final class ModulePlaces {

    private float[] x = new float[0];
    private float[] y = new float[0];
    private final Curve curve = new Curve();
    private double[] rowX = new double[0];
    private double[] rowY = new double[0];
    private int size;

    int size() {
        return size;
    }

    /** Takes the places that a flat grid of {@code newSize} modules gives. */
    void fit(Perspective grid, int newSize) {
        resize(newSize);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                x[row * size + column] = (float) grid.x(column + 0.5, row + 0.5);
                y[row * size + column] = (float) grid.y(column + 0.5, row + 0.5);
            }
        }
    }

    /** Takes the places on curves along each row of knots, and between these rows. */
    void fit(AlignmentMesh mesh, int newSize) {
        resize(newSize);
        int knots = mesh.knots();
        if (rowX.length < knots * size) {
            rowX = new double[knots * size];
            rowY = new double[knots * size];
        }
        for (int row = 0; row < knots; row++) {
            for (int i = 0; i < knots; i++) {
                curve.set(i, mesh.at(i), mesh.x(i, row), mesh.y(i, row));
            }
            curve.join(knots);
            for (int column = 0; column < size; column++) {
                curve.to(column + 0.5);
                rowX[row * size + column] = curve.x();
                rowY[row * size + column] = curve.y();
            }
        }
        for (int column = 0; column < size; column++) {
            for (int i = 0; i < knots; i++) {
                curve.set(i, mesh.at(i), rowX[i * size + column], rowY[i * size + column]);
            }
            curve.join(knots);
            for (int row = 0; row < size; row++) {
                curve.to(row + 0.5);
                x[row * size + column] = (float) curve.x();
                y[row * size + column] = (float) curve.y();
            }
        }
    }

    private void resize(int newSize) {
        size = newSize;
        if (x.length < size * size) {
            x = new float[size * size];
            y = new float[size * size];
        }
    }

    /** Returns where the middle of a module lies. */
    float x(int column, int row) {
        return x[row * size + column];
    }

    float y(int column, int row) {
        return y[row * size + column];
    }

    /** Returns the way from a module to the next one of its row. */
    float rightX(int column, int row) {
        int left = row * size + Math.min(column, size - 2);
        return x[left + 1] - x[left];
    }

    float rightY(int column, int row) {
        int left = row * size + Math.min(column, size - 2);
        return y[left + 1] - y[left];
    }

    /** Returns the way from a module to the next one of its column. */
    float downX(int column, int row) {
        int up = Math.min(row, size - 2) * size + column;
        return x[up + size] - x[up];
    }

    float downY(int column, int row) {
        int up = Math.min(row, size - 2) * size + column;
        return y[up + size] - y[up];
    }

    /** Puts a grid through the middles of the four corner modules; false if they are no corners of a code. */
    boolean outline(Perspective grid) {
        double far = size - 0.5;
        double[] points = new double[8];
        double[] modules = {0.5, 0.5, far, 0.5, far, far, 0.5, far};
        for (int i = 0; i < 4; i++) {
            int column = i == 1 || i == 2 ? size - 1 : 0;
            int row = i >= 2 ? size - 1 : 0;
            points[2 * i] = x(column, row);
            points[2 * i + 1] = y(column, row);
        }
        grid.setPoints(modules, points);
        return grid.holds(size);
    }
}
