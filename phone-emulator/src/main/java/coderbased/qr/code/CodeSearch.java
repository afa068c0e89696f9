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

    /** A code that was read. */
    public record Found(Hypothesis code, String text) {}

    private final FinderTriples triples = new FinderTriples();
    private final GridGuess guess = new GridGuess();
    private final GridScore score = new GridScore();
    private final GridRefinement refinement = new GridRefinement();
    private final ModuleGrid modules = new ModuleGrid();
    private final CodeDecoder decoder = new CodeDecoder();
    private final BorderFit borders = new BorderFit();
    private final Bend bend = new Bend();
    private final List<Hypothesis> unread = new ArrayList<>();

    /** Forgets the last frame. */
    public void start() {
        unread.clear();
    }

    /** Reads the codes of a view; gives up after {@code tries} triples that were none. */
    public List<Found> search(View view, GreyPlane plane, List<Finder> finders, int tries) {
        List<Found> found = new ArrayList<>();
        int left = tries;
        for (FinderTriple triple : triples.rank(finders)) {
            if (left == 0) {
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
        int count = guess.suppose(score, plane, triple);
        for (int i = 0; i < count && guess.agreement(i) >= MIN_TIMING; i++) {
            Perspective grid = guess.grid(i);
            score.aim(plane, FunctionPatterns.of(guess.size(i)), triple);
            double reached = refinement.refine(score, grid);
            double timing = score.timing(grid);
            if (reached < MIN_SCORE || timing < MIN_TIMING) {
                continue;
            }
            Hypothesis code = new Hypothesis(view, plane, triple, guess.size(i), grid.copy(), reached);
            modules.sample(plane, grid, code.size());
            Optional<String> text = decode();
            if (text.isPresent()) {
                borders.fit(plane, score.levels().half(), code.size(), code.grid());
                return Optional.of(new Found(code, text.get()));
            }
            // The planes of views for single pictures are filled again before a code is straightened.
            if (timing > WORTH_BENDING && !view.isForStills()) {
                unread.add(code);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads the {@code most} most promising of what is still unread in this frame as bent paper, until one gives way.
     */
    public Optional<Found> straighten(int most) {
        unread.sort(Comparator.comparingDouble(Hypothesis::score).reversed());
        for (Hypothesis code : unread.subList(0, Math.min(most, unread.size()))) {
            score.aim(code.plane(), FunctionPatterns.of(code.size()), code.triple());
            modules.sample(code.plane(), code.grid(), code.size());
            modules.againstNeighbours(ModuleGrid.REACH, 0);
            bend.fit(score, code.grid(), modules::mean);
            modules.sample(code.plane(), code.grid(), bend, code.size());
            Optional<String> text = decode();
            if (text.isPresent()) {
                borders.fit(code.plane(), score.levels().half(), code.size(), code.grid());
                return Optional.of(new Found(code, text.get()));
            }
        }
        return Optional.empty();
    }

    /** True if this frame holds what looks like a code but could not be read. */
    public boolean sawUnread() {
        return !unread.isEmpty();
    }

    private Optional<String> decode() {
        return decoder.decode(modules.againstNeighbours(ModuleGrid.REACH, 0))
                .or(() -> decoder.decode(modules.againstNeighbours(ModuleGrid.REACH, 1)))
                .or(() -> decoder.decode(modules.againstLevels(score.levels())));
    }
}
