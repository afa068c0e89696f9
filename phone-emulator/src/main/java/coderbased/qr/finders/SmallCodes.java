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

    private final FinderTriples triples = new FinderTriples();
    private final List<FinderTriple> seen = new ArrayList<>();

    /** Starts a picture. */
    public void start() {
        seen.clear();
    }

    /** Takes note of the finder patterns of a plane at full size. */
    public void saw(List<Finder> finders) {
        seen.addAll(triples.rank(
                finders.stream().filter(finder -> finder.module() < CLEAR).toList()));
    }

    /** Returns the areas around what was seen in a picture, the likeliest first, each at most {@code side} wide. */
    public List<GreyPlane.Area> areas(GreyPlane picture, int side) {
        List<Corner> middles = TinyFinders.middles(picture, side);
        seen.sort(Comparator.comparingDouble(FinderTriple::cost));
        for (FinderTriple triple : seen) {
            Finder right = triple.topRight();
            Finder below = triple.bottomLeft();
            middles.add(new Corner((right.x + below.x) / 2, (right.y + below.y) / 2));
        }
        List<GreyPlane.Area> areas = new ArrayList<>();
        for (Corner middle : middles) {
            if (areas.size() < MAX_AREAS && areas.stream().noneMatch(area -> isInside(middle, area))) {
                areas.add(around(middle, picture, side));
            }
        }
        return areas;
    }

    private static boolean isInside(Corner middle, GreyPlane.Area area) {
        return Math.abs(middle.x() - area.left() - area.width() / 2.0) < area.width() / 4.0
                && Math.abs(middle.y() - area.top() - area.height() / 2.0) < area.height() / 4.0;
    }

    private static GreyPlane.Area around(Corner middle, GreyPlane picture, int side) {
        int wide = Math.min(side, picture.width());
        int high = Math.min(side, picture.height());
        int left = (int) Math.max(0, Math.min(picture.width() - wide, middle.x() - wide / 2.0));
        int top = (int) Math.max(0, Math.min(picture.height() - high, middle.y() - high / 2.0));
        return new GreyPlane.Area(left, top, wide, high);
    }
}
