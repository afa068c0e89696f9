package coderbased.qr.code;

import coderbased.qr.finders.FinderTriple;
import coderbased.qr.picture.GreyPlane;

/**
 * The grids whose corners a triple of finder patterns may be: the dimension nearest to the estimate and its two
 * neighbours, each with its grid, the one first whose timing patterns agree best.
 */
final class GridGuess {

    private static final int NEIGHBOURS = 3;
    private static final int BELIEVED = 8;

    private final CornerFit cornerFit = new CornerFit();
    private final Perspective[] grids = {new Perspective(), new Perspective(), new Perspective()};
    private final double[] agreement = new double[NEIGHBOURS];
    private final int[] sizes = new int[NEIGHBOURS];

    /** Returns how many grids there are: only that of the {@code stated} size, if it is near the estimate. */
    int suppose(GridScore score, GreyPlane plane, FinderTriple triple, int stated) {
        int nearest = 4 * (int) Math.round((triple.modules() + 7 - 17) / 4) + 17;
        boolean isStated = Math.abs(stated - nearest) <= BELIEVED;
        int least = isStated ? stated : nearest - 4;
        int most = isStated ? stated : nearest + 4;
        int count = 0;
        for (int size = least; size <= most; size += 4) {
            if (FunctionPatterns.isSize(size) && cornerFit.fit(triple, size, grids[count])) {
                score.aim(plane, FunctionPatterns.of(size), triple);
                sizes[count] = size;
                agreement[count] = score.timing(grids[count]);
                sortIn(count++);
            }
        }
        return count;
    }

    int size(int rank) {
        return sizes[rank];
    }

    Perspective grid(int rank) {
        return grids[rank];
    }

    /** Returns the agreement of the timing patterns, 0 to 1. */
    double agreement(int rank) {
        return agreement[rank];
    }

    private void sortIn(int last) {
        for (int i = last; i > 0 && agreement[i] > agreement[i - 1]; i--) {
            Perspective grid = grids[i];
            grids[i] = grids[i - 1];
            grids[i - 1] = grid;
            double agrees = agreement[i];
            agreement[i] = agreement[i - 1];
            agreement[i - 1] = agrees;
            int size = sizes[i];
            sizes[i] = sizes[i - 1];
            sizes[i - 1] = size;
        }
    }
}
