package coderbased.qr.code;

import coderbased.qr.finders.Finder;
import coderbased.qr.finders.FinderTriple;
import coderbased.qr.finders.FinderTriples;
import coderbased.qr.picture.GreyPlane;
import coderbased.qr.picture.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From finder patterns to texts: takes the triples in order of rank, supposes a dimension, fits the grid, asks the
 * timing patterns, refines what is promising, samples and decodes it, and lays the outline exactly. What looked like a
 * code but could not be decoded is kept until the next frame, to be read as bent paper once the cheaper ways are used
 * up.
 */
public final class CodeSearch {

    private static final double MIN_TIMING = 0.5;
    private static final double MIN_SCORE = 0.3;
    private static final double WORTH_BENDING = 0.6;
    private static final double MOST_FOUND = 0.75;
    /** Finder patterns of a code that is bent fit together for less, others between them counted. */
    private static final double MAX_BENT_COST = 1.8;
    /** From so many modules between two finder patterns on, a code may state its version. */
    private static final double DENSE = 32;

    /** The cost of sampling and decoding one module, in samples. */
    private static final int DECODING = 40;

    /** A code that was read. */
    public record Found(Hypothesis code, String text) {}

    private final SampleBudget work = new SampleBudget();
    private final FinderTriples triples = new FinderTriples();
    private final GridGuess guess = new GridGuess();
    private final GridScore score = new GridScore(work);
    private final GridRefinement refinement = new GridRefinement();
    private final ModuleGrid modules = new ModuleGrid();
    private final CodeDecoder decoder = new CodeDecoder();
    private final BorderFit borders = new BorderFit();
    private final Bend bend = new Bend();
    private final AlignmentMesh mesh = new AlignmentMesh();
    private final ModulePlaces places = new ModulePlaces();
    private final List<Hypothesis> unread = new ArrayList<>();

    /** Forgets the last frame; what is done for this one may cost {@code samples} of the picture. */
    public void start(long samples) {
        unread.clear();
        work.start(samples);
    }

    /** Reads the codes of a view; gives up after {@code tries} triples that were none. */
    public List<Found> search(View view, GreyPlane plane, List<Finder> finders, int tries) {
        List<Found> found = new ArrayList<>();
        int left = tries;
        for (FinderTriple triple : triples.rank(finders)) {
            if (left == 0 || !work.isLeft()) {
                break;
            }
            if (found.stream().noneMatch(code -> code.code().triple().shares(triple))) {
                Optional<Found> code = read(view, plane, triple);
                code.ifPresent(found::add);
                left -= code.isPresent() ? 0 : 1;
            }
        }
        return found;
    }

    private Optional<Found> read(View view, GreyPlane plane, FinderTriple triple) {
        int stated = triple.modules() < DENSE ? 0 : VersionBits.size(plane, triple);
        Optional<Found> found = stated == 0 ? Optional.empty() : readDense(view, plane, triple, stated);
        int count = found.isPresent() ? 0 : guess.suppose(score, plane, triple, stated);
        for (int i = 0; i < count && found.isEmpty() && work.isLeft() && guess.agreement(i) >= MIN_TIMING; i++) {
            Perspective grid = guess.grid(i);
            score.aim(plane, FunctionPatterns.of(guess.size(i)), triple);
            double reached = refinement.refine(score, grid);
            if (reached >= MIN_SCORE && score.timing(grid) >= MIN_TIMING) {
                places.fit(grid, guess.size(i));
                modules.sample(plane, places);
                found = decode(new Hypothesis(view, plane, triple, guess.size(i), grid.copy(), reached));
                if (found.isEmpty() && score.timing(grid) > WORTH_BENDING) {
                    keep(new Hypothesis(view, plane, triple, guess.size(i), grid.copy(), reached));
                }
            }
        }
        return found;
    }

    /** Reads a code with many alignment patterns by the places where these lie. */
    private Optional<Found> readDense(View view, GreyPlane plane, FinderTriple triple, int size) {
        score.aim(plane, FunctionPatterns.of(size), triple);
        Perspective grid = new Perspective();
        if (!layMesh(triple, size) || !places.outline(grid)) {
            return Optional.empty();
        }
        modules.sample(plane, places);
        Hypothesis code = new Hypothesis(view, plane, triple, size, grid, mesh.foundShare());
        Optional<Found> found = decode(code);
        if (found.isEmpty() && code.score() > MOST_FOUND) {
            keep(code);
        }
        return found;
    }

    private boolean layMesh(FinderTriple triple, int size) {
        boolean isFound = triple.modules() >= DENSE && mesh.fit(score, triple);
        if (isFound) {
            places.fit(mesh, size);
        }
        return isFound;
    }

    private void keep(Hypothesis code) {
        // The planes of views for single pictures are filled again before a code is straightened.
        if (!code.view().isForStills() && code.triple().cost() < MAX_BENT_COST) {
            unread.add(code);
        }
    }

    /**
     * Reads the {@code most} most promising of what is still unread in this frame as bent paper, until one gives way.
     */
    public Optional<Found> straighten(int most) {
        unread.sort(Comparator.comparingDouble(Hypothesis::score).reversed());
        Optional<Found> found = Optional.empty();
        for (int i = 0; i < Math.min(most, unread.size()) && found.isEmpty() && work.isLeft(); i++) {
            Hypothesis code = unread.get(i);
            score.aim(code.plane(), FunctionPatterns.of(code.size()), code.triple());
            if (!layMesh(code.triple(), code.size())) {
                places.fit(code.grid(), code.size());
            }
            modules.sample(code.plane(), places);
            modules.againstNeighbours(ModuleGrid.REACH, 0);
            bend.fit(score, places, modules::mean);
            modules.sample(code.plane(), places, bend);
            found = decode(code);
        }
        return found;
    }

    /** Returns what this frame has cost so far, in samples of the picture. */
    public long spent() {
        return work.spent();
    }

    /** True if this frame holds what looks like a code but could not be read. */
    public boolean sawUnread() {
        return !unread.isEmpty();
    }

    /** Decodes the modules that were sampled and lays the outline of the code exactly. */
    private Optional<Found> decode(Hypothesis code) {
        work.spend((long) DECODING * code.size() * code.size());
        Optional<String> text = decoder.decode(modules.againstNeighbours(ModuleGrid.REACH, 0))
                .or(() -> decoder.decode(modules.againstNeighbours(ModuleGrid.REACH, 1)))
                .or(() -> decoder.decode(modules.againstLevels(score.levels())));
        text.ifPresent(_ -> borders.fit(code.plane(), score.levels().half(), code.size(), code.grid()));
        return text.map(read -> new Found(code, read));
    }
}
