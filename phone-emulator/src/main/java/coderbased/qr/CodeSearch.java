package coderbased.qr;

import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From finder patterns to texts: takes the triples in order of rank, supposes a dimension, fits the grid, asks the timing
 * patterns, refines what is promising, samples and decodes it.
 */
final class CodeSearch {

    private static final double LEAST_TIMING = 0.5;
    private static final double LEAST_SCORE = 0.3;
    private static final int DIMENSIONS = 3;

    /** A code that was read, with the finder patterns it used up. */
    record Found(String text, Perspective grid, int size, FinderTriple triple) {}

    private final FinderTriples triples = new FinderTriples();
    private final CornerFit cornerFit = new CornerFit();
    private final GridScore score = new GridScore();
    private final GridRefinement refinement = new GridRefinement();
    private final ModuleGrid modules = new ModuleGrid();
    private final CodeDecoder decoder = new CodeDecoder();
    private final Perspective[] grids = new Perspective[DIMENSIONS];
    private final double[] agreement = new double[DIMENSIONS];
    private final int[] sizes = new int[DIMENSIONS];

    CodeSearch() {
        for (int i = 0; i < DIMENSIONS; i++) {
            grids[i] = new Perspective();
        }
    }

    /** Reads the codes of a picture; tries at most {@code tries} triples. */
    List<Found> search(GreyPlane plane, List<Finder> finders, int tries) {
        List<Found> found = new ArrayList<>();
        int left = tries;
        for (FinderTriple triple : triples.rank(finders)) {
            if (left == 0) {
                break;
            }
            if (found.stream().noneMatch(code -> shares(code.triple, triple))) {
                left--;
                Found code = read(plane, triple);
                if (code != null) {
                    found.add(code);
                }
            }
        }
        return found;
    }

    private static boolean shares(FinderTriple one, FinderTriple other) {
        return has(one, other.topLeft()) || has(one, other.topRight()) || has(one, other.bottomLeft());
    }

    private static boolean has(FinderTriple triple, Finder finder) {
        return triple.topLeft() == finder || triple.topRight() == finder || triple.bottomLeft() == finder;
    }

    private @Nullable Found read(GreyPlane plane, FinderTriple triple) {
        int count = suppose(plane, triple);
        for (int next = 0; next < count; next++) {
            int best = best(count);
            if (best < 0 || agreement[best] < LEAST_TIMING) {
                return null;
            }
            agreement[best] = -1;
            Found found = read(plane, triple, sizes[best], grids[best]);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Fits a grid for each dimension near the estimate and notes how well the timing patterns agree. */
    private int suppose(GreyPlane plane, FinderTriple triple) {
        int nearest = 4 * (int) Math.round((triple.modules() + 7 - 17) / 4) + 17;
        int count = 0;
        for (int size : new int[] {nearest, nearest - 4, nearest + 4}) {
            if (!FunctionPatterns.isSize(size) || !cornerFit.fit(triple, size, grids[count])) {
                continue;
            }
            score.aim(plane, FunctionPatterns.of(size), triple);
            sizes[count] = size;
            agreement[count] = score.timing(grids[count]);
            count++;
        }
        return count;
    }

    private int best(int count) {
        int best = -1;
        for (int i = 0; i < count; i++) {
            if (best < 0 || agreement[i] > agreement[best]) {
                best = i;
            }
        }
        return best;
    }

    private @Nullable Found read(GreyPlane plane, FinderTriple triple, int size, Perspective grid) {
        score.aim(plane, FunctionPatterns.of(size), triple);
        if (refinement.refine(score, grid) < LEAST_SCORE || score.timing(grid) < LEAST_TIMING) {
            return null;
        }
        modules.sample(plane, grid, size);
        String text = decode();
        if (text == null) {
            return null;
        }
        Perspective kept = new Perspective();
        kept.set(grid);
        return new Found(text, kept, size, triple);
    }

    private @Nullable String decode() {
        String text = decode(modules.againstNeighbours(5, 0));
        if (text == null) {
            text = decode(modules.againstNeighbours(5, 1));
        }
        if (text == null) {
            text = decode(modules.againstLevels(score.levels()));
        }
        return text;
    }

    private @Nullable String decode(BitMatrix bits) {
        return decoder.decode(bits);
    }
}
