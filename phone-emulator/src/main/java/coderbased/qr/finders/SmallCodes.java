package coderbased.qr.finders;

import coderbased.qr.picture.Corner;
import coderbased.qr.picture.GreyPlane;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The places of a single picture where finder patterns of few pixels were seen: what is worth enlarging. */
public final class SmallCodes {

    /** Modules of so many pixels are clear without. */
    private static final double CLEAR = 2.6;

    private static final int MAX_AREAS = 2;

    /** The finder patterns of a code of few pixels fit together: it is seen from the front, or sharp. */
    private static final double MAX_COST = 1;

    /** The distance from the middle of a finder pattern to the end of the quiet zone, in modules. */
    static final double MARGIN = 9;

    private final FinderTriples triples = new FinderTriples();
    private final List<FinderTriple> seen = new ArrayList<>();

    /** Starts a picture. */
    public void start() {
        seen.clear();
    }

    /** Takes note of the finder patterns of a plane at full size. */
    public void saw(List<Finder> finders) {
        List<Finder> small =
                finders.stream().filter(finder -> finder.module() < CLEAR).toList();
        triples.rank(small).stream().filter(triple -> triple.cost() < MAX_COST).forEach(seen::add);
    }

    /**
     * Returns the areas of what was seen in a picture, the likeliest first, each at most {@code side} wide; with the
     * codes whose modules are single pixels only if it is {@code clean} of noise.
     */
    public List<GreyPlane.Area> areas(GreyPlane picture, int side, boolean clean) {
        List<GreyPlane.Area> spots = clean ? TinyFinders.groups(picture, side) : new ArrayList<>();
        seen.sort(Comparator.comparingDouble(FinderTriple::cost));
        seen.forEach(triple -> spots.add(around(triple)));
        List<GreyPlane.Area> areas = new ArrayList<>();
        for (GreyPlane.Area spot : spots) {
            boolean isNew = areas.stream().noneMatch(area -> area.holdsMiddleOf(spot));
            if (areas.size() < MAX_AREAS && isNew && Math.max(spot.width(), spot.height()) <= side) {
                areas.add(spot.within(picture.width(), picture.height()));
            }
        }
        return areas;
    }

    /** Returns the area of the code whose finder patterns these may be, with its quiet zone. */
    private static GreyPlane.Area around(FinderTriple triple) {
        Finder corner = triple.topLeft();
        Finder right = triple.topRight();
        Finder below = triple.bottomLeft();
        List<Corner> corners = List.of(
                new Corner(corner.x, corner.y),
                new Corner(right.x, right.y),
                new Corner(below.x, below.y),
                new Corner(right.x + below.x - corner.x, right.y + below.y - corner.y));
        return GreyPlane.Area.around(corners, MARGIN * corner.module());
    }
}
