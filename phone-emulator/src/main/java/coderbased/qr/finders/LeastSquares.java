package coderbased.qr.finders;

import java.util.Arrays;

/** Solves an over-determined linear system: the unknowns that miss all equations by the least squared error. */
public final class LeastSquares {

    private final int unknowns;
    private final double[][] normal;

    public LeastSquares(int unknowns) {
        this.unknowns = unknowns;
        normal = new double[unknowns][unknowns + 1];
    }

    public void clear() {
        for (double[] row : normal) {
            Arrays.fill(row, 0);
        }
    }

    /** Adds the equation {@code sum(factors[i] * unknown[i]) = value}. */
    public void add(double[] factors, double value, double weight) {
        for (int i = 0; i < unknowns; i++) {
            double factor = factors[i] * weight;
            if (factor == 0) {
                continue;
            }
            double[] row = normal[i];
            for (int j = i; j < unknowns; j++) {
                row[j] += factor * factors[j];
            }
            row[unknowns] += factor * value;
        }
    }

    /** Puts the unknowns into {@code solution}; false if the equations do not determine them. Ends the collection. */
    public boolean solve(double[] solution) {
        for (int i = 0; i < unknowns; i++) {
            for (int j = 0; j < i; j++) {
                normal[i][j] = normal[j][i];
            }
        }
        for (int column = 0; column < unknowns; column++) {
            if (!eliminate(column)) {
                return false;
            }
        }
        for (int i = unknowns - 1; i >= 0; i--) {
            double value = normal[i][unknowns];
            for (int j = i + 1; j < unknowns; j++) {
                value -= normal[i][j] * solution[j];
            }
            solution[i] = value / normal[i][i];
        }
        return true;
    }

    private boolean eliminate(int column) {
        int pivot = column;
        for (int row = column + 1; row < unknowns; row++) {
            if (Math.abs(normal[row][column]) > Math.abs(normal[pivot][column])) {
                pivot = row;
            }
        }
        if (Math.abs(normal[pivot][column]) < 1e-12) {
            return false;
        }
        double[] chosen = normal[pivot];
        normal[pivot] = normal[column];
        normal[column] = chosen;
        for (int row = column + 1; row < unknowns; row++) {
            double share = normal[row][column] / chosen[column];
            for (int j = column; j <= unknowns; j++) {
                normal[row][j] -= share * chosen[j];
            }
        }
        return true;
    }
}
