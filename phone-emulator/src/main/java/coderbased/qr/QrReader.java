package coderbased.qr;

import coderbased.qr.code.CodeSearch;
import coderbased.qr.code.Hypothesis;
import coderbased.qr.code.Perspective;
import coderbased.qr.finders.Finder;
import coderbased.qr.finders.FinderSearch;
import coderbased.qr.finders.FinderTriple;
import coderbased.qr.finders.FinderTriples;
import coderbased.qr.finders.SmallCodes;
import coderbased.qr.picture.Frame;
import coderbased.qr.picture.GreyPlane;
import coderbased.qr.picture.View;
import coderbased.qr.picture.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads QR codes in frames: the front door of this package.
 *
 * <p>Not thread-safe: one reader per camera pipeline. It keeps its buffers between frames and, in a live stream,
 * where it saw something and which view is next in turn. What it does for a frame is bounded by counts, not by a
 * clock: the same frames give the same answers on every machine.
 */
public final class QrReader {

    private static final List<View> ROTATING_VIEWS =
            List.of(View.HALF, View.ENLARGED, View.GLOBAL, View.NEAR_320, View.FAINT, View.SHARPENED, View.GLOBAL_FULL);

    /** The views that show hardly a code light on dark that another does not show. */
    private static final Set<View> RARELY_LIGHT = Set.of(View.NEAR_320, View.GLOBAL, View.SHARPENED);

    /** The maximum number of finder pattern triples that a view tries. */
    private static final int TRIES_LIVE = 8;

    private static final int TRIES_THOROUGH = 20;

    /** The maximum number of places that a view looks at closely. */
    private static final int PLACES_LIVE = 220;

    private static final int PLACES_STILL = 100;
    private static final int PLACES_THOROUGH = 1000;

    /** Three finder patterns that fit so well are likely to be a code. */
    private static final double LIKELY = 0.8;

    /** Fewer finder patterns of codes light on dark are chance: a page of text is full of light shapes on dark. */
    private static final int MIN_LIGHT = 2;

    /** The maximum cost of telling codes from finder patterns in a frame, in samples of the picture. */
    static final long WORK_LIVE = 4_000_000;

    static final long WORK_THOROUGH = 20_000_000;

    private static final int BENDS_LIVE = 1;
    private static final int BENDS_THOROUGH = 4;

    private final Views views = new Views();
    private final FinderSearch finderSearch = new FinderSearch();
    private final CodeSearch codeSearch = new CodeSearch();
    private final HintChoice hints = new HintChoice(2 * ROTATING_VIEWS.size());
    private final SmallCodes smallCodes = new SmallCodes();
    private final Interest interest = new Interest();
    private final FinderTriples triples = new FinderTriples();
    private final List<Reading> readings = new ArrayList<>();
    private int turn;
    private int frames;
    private boolean isMoreInView;
    private boolean isLightNear;
    private boolean isLightEverywhere;

    /**
     * Reads one frame of a live stream: the cheapest view always; then by turns the full size and one of the others,
     * or both where something looks like a code, and in the very first frame. So a code is met by all views within
     * a dozen frames, by the fruitful ones within two. Where finder patterns were seen, they are looked at enlarged in
     * every frame: a code that comes nearer is read there first. Where one code was read, the full size has its turn
     * all the same: a smaller one may be beside it.
     */
    public ReadResult read(Frame frame) {
        start(frame, interest.area(frame.width(), frame.height()), WORK_LIVE);
        boolean isFirst = frames == 0;
        boolean isFullTurn = frames++ % 2 == 0;
        isLightEverywhere = isFirst;
        isLightNear = frames % 4 == 0;
        look(View.NEAR_640);
        if (isFirst || isFullTurn || codeSearch.sawUnread()) {
            seek(View.FULL, PLACES_LIVE, TRIES_LIVE);
        }
        if (interest.isWarm()) {
            look(View.ENLARGED);
        }
        if (isSeeking() && (isFirst || !isFullTurn || views.repeats(View.FULL) || codeSearch.sawUnread())) {
            lookByTurns();
        }
        straighten(BENDS_LIVE);
        return result();
    }

    /**
     * Reads a single picture with every view, until all that looks like a code is read; with the full size always, for
     * the small codes beside large ones. Bounded, like {@link #read}, but by more.
     */
    public ReadResult readThoroughly(Frame frame) {
        start(frame, Views.middle(frame.width(), frame.height()), WORK_THOROUGH);
        isLightEverywhere = true;
        for (View view : View.values()) {
            if (view == View.GLOBAL_FULL) {
                straighten(BENDS_THOROUGH);
            }
            if (!view.isRegional() && (isSeeking() || view == View.FULL)) {
                boolean isLate = view.compareTo(View.ENLARGED) > 0;
                seek(view, isLate ? PLACES_STILL : PLACES_THOROUGH, isLate ? TRIES_LIVE : TRIES_THOROUGH);
            }
        }
        enlarge(Views.middle(frame.width(), frame.height()), View.ENLARGED);
        boolean isClean = views.isClean();
        for (GreyPlane.Area area : smallCodes.areas(views.plane(View.FULL), Views.SMALL, isClean)) {
            enlarge(area, View.ENLARGED);
            if (isClean) {
                enlarge(area, View.MAGNIFIED);
            }
        }
        return result();
    }

    /** Returns what telling codes from finder patterns cost in the last frame, in samples of the picture. */
    long work() {
        return codeSearch.spent();
    }

    private void enlarge(GreyPlane.Area area, View view) {
        views.moveTo(area);
        if (isSeeking()) {
            seek(view, PLACES_STILL, TRIES_LIVE);
        }
    }

    private void start(Frame frame, GreyPlane.Area area, long work) {
        views.load(frame, area);
        codeSearch.start(work);
        smallCodes.start();
        readings.clear();
        isMoreInView = false;
        hints.start();
    }

    private void lookByTurns() {
        View view;
        do {
            view = ROTATING_VIEWS.get(turn);
            turn = (turn + 1) % ROTATING_VIEWS.size();
        } while (views.repeats(view));
        boolean isDone = view == View.ENLARGED && interest.isWarm();
        if (!isDone) {
            look(view);
        }
    }

    /** True if nothing was read in this frame, or more looks like a code. */
    private boolean isSeeking() {
        return readings.isEmpty() || isMoreInView;
    }

    /** Looks at a view of a live frame, unless all was read before. */
    private void look(View view) {
        if (isSeeking()) {
            seek(view, PLACES_LIVE, TRIES_LIVE);
        }
    }

    private void seek(View view, int places, int tries) {
        if (!views.pays(view)) {
            return;
        }
        GreyPlane plane = views.plane(view);
        finderSearch.find(plane, views.binarizer(view), places, seeksLight(view));
        search(view, plane, finderSearch.dark(), tries);
        if (finderSearch.light().size() >= MIN_LIGHT) {
            search(view, plane.negative(), finderSearch.light(), tries / 2);
        }
    }

    /**
     * True if a view is looked at for codes light on dark too: in a single picture, those that show most of them; in a
     * stream, the full size always, and by turns the nearest view or the one that has its turn.
     */
    private boolean seeksLight(View view) {
        if (isLightEverywhere) {
            return !RARELY_LIGHT.contains(view);
        }
        return view == View.FULL || (view == View.NEAR_640) == isLightNear;
    }

    private void search(View view, GreyPlane plane, List<Finder> finders, int tries) {
        for (CodeSearch.Found found : codeSearch.search(view, plane, unread(view, finders), tries)) {
            add(found);
        }
        isMoreInView |= !readings.isEmpty() && isLikely(triples.rank(unread(view, finders)));
        if (view == View.FULL || (view == View.NEAR_640 && views.repeats(View.FULL))) {
            smallCodes.saw(finders);
        }
        if (!view.isRegional()) {
            interest.saw(finders, views.pixel(view));
        }
        if (view != View.SHARPENED && !view.isForStills()) {
            hints.saw(plane, finders, views.pixel(view));
        }
    }

    private static boolean isLikely(List<FinderTriple> ranked) {
        return !ranked.isEmpty() && ranked.getFirst().cost() < LIKELY;
    }

    /** Returns the finder patterns outside the codes that were read. */
    private List<Finder> unread(View view, List<Finder> finders) {
        if (readings.isEmpty()) {
            return finders;
        }
        GreyPlane.Area area = views.area(view);
        double pixel = views.pixel(view);
        return finders.stream()
                .filter(finder -> readings.stream()
                        .noneMatch(reading -> reading.outline()
                                .contains(area.left() + finder.x * pixel, area.top() + finder.y * pixel)))
                .toList();
    }

    private void straighten(int most) {
        if (readings.isEmpty()) {
            codeSearch.straighten(most).ifPresent(this::add);
        }
    }

    private void add(CodeSearch.Found found) {
        if (readings.stream().anyMatch(reading -> reading.text().equals(found.text()))) {
            return;
        }
        Hypothesis code = found.code();
        Perspective grid = code.grid();
        GreyPlane.Area area = views.area(code.view());
        grid.place(views.pixel(code.view()), area.left(), area.top());
        int size = code.size();
        Outline outline = new Outline(grid.at(0, 0), grid.at(size, 0), grid.at(size, size), grid.at(0, size));
        readings.add(new Reading(found.text(), outline, code.view().label()));
    }

    private ReadResult result() {
        if (readings.isEmpty()) {
            return new ReadResult(List.of(), hints.choose(views.plane(View.NEAR_640)));
        }
        hints.clear();
        return new ReadResult(readings, Hint.NONE);
    }
}
