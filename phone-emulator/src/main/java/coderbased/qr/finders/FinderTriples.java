package coderbased.qr.finders;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ranks the triples of finder patterns. Two patterns of one code lie on a grid line, so the line between their centres
 * runs along an axis of both, however the code is tilted; and counted in the modules of each end, the two legs from the
 * corner are equally long. (Along a line seen in perspective the number of modules is the distance divided by the
 * geometric mean of the module sizes at its ends.)
 */
public final class FinderTriples {

    private static final double MAX_OFF_AXIS = 0.3;
    private static final double PARTNER_COST = 0.6;
    private static final double MIN_MODULES = 11;
    private static final double MAX_MODULES = 200;
    private static final double MAX_LEG_RATIO = 1.45;
    /** The cost of each finder pattern that lies between the three of a triple: it belongs to another code. */
    private static final double STRANGER = 0.4;

    private static final int MAX_STRANGERS = 3;

    /** The rests of three finder patterns of one code together are less. */
    private static final double MAX_RESIDUALS = 0.6;

    private record Leg(Finder end, double modules, boolean onU, double cost) {}

    private final List<Leg> legs = new ArrayList<>();

    /** True if one of the patterns beside it may belong to the same code. */
    public static boolean hasPartner(Finder finder, List<Finder> finders) {
        for (Finder other : finders) {
            Leg leg = other == finder ? null : leg(finder, other);
            if (leg != null && leg.cost < PARTNER_COST) {
                return true;
            }
        }
        return false;
    }

    /** Returns all triples that may be a code, the best first. */
    public List<FinderTriple> rank(List<Finder> finders) {
        List<FinderTriple> triples = new ArrayList<>();
        for (Finder corner : finders) {
            legs.clear();
            for (Finder end : finders) {
                Leg leg = end == corner ? null : leg(corner, end);
                if (leg != null) {
                    legs.add(leg);
                }
            }
            for (int i = 0; i < legs.size(); i++) {
                for (int j = i + 1; j < legs.size(); j++) {
                    join(corner, legs.get(i), legs.get(j), finders, triples);
                }
            }
        }
        triples.sort(Comparator.comparingDouble(FinderTriple::cost));
        return triples;
    }

    private static @Nullable Leg leg(Finder corner, Finder end) {
        double dx = end.x - corner.x;
        double dy = end.y - corner.y;
        double here = corner.modules(dx, dy);
        double there = end.modules(dx, dy);
        double off = corner.offAxis(dx, dy);
        double endOff = end.offAxis(dx, dy);
        double modules = Math.sqrt(here * there);
        if (off > MAX_OFF_AXIS || endOff > MAX_OFF_AXIS || modules < MIN_MODULES || modules > MAX_MODULES) {
            return null;
        }
        double change = here / there;
        if (change > 3 || change < 1 / 3.0) {
            return null;
        }
        return new Leg(end, modules, corner.isAlongU(dx, dy), off + endOff + 0.3 * Math.abs(Math.log(change)));
    }

    private static void join(Finder corner, Leg one, Leg other, List<Finder> finders, List<FinderTriple> triples) {
        double skew = corner.isRound ? skew(corner, one.end, other.end) : one.onU == other.onU ? 1 : 0;
        if (skew > MAX_OFF_AXIS) {
            return;
        }
        double ratio = one.modules / other.modules;
        double residuals = corner.residual + one.end.residual + other.end.residual;
        if (ratio > MAX_LEG_RATIO || ratio < 1 / MAX_LEG_RATIO || residuals > MAX_RESIDUALS) {
            return;
        }
        double cross =
                (one.end.x - corner.x) * (other.end.y - corner.y) - (one.end.y - corner.y) * (other.end.x - corner.x);
        Finder right = cross > 0 ? one.end : other.end;
        Finder below = cross > 0 ? other.end : one.end;
        double contrast = Math.abs(corner.light - corner.dark - (right.light - right.dark))
                + Math.abs(corner.light - corner.dark - (below.light - below.dark));
        double cost = one.cost
                + other.cost
                + 1.5 * Math.abs(Math.log(ratio))
                + residuals
                + contrast / 400
                + skew
                + STRANGER * strangers(corner, right, below, finders);
        double modules = (one.modules + other.modules) / 2;
        double rightX = right.x - corner.x;
        double rightY = right.y - corner.y;
        triples.add(new FinderTriple(
                corner.facing(rightX, rightY),
                right.facing(rightX, rightY),
                below.facing(below.x - corner.x, below.y - corner.y),
                modules,
                cost));
    }

    /** Returns how far the angle between two legs is from a right one as the corner lies: its cosine. */
    private static double skew(Finder corner, Finder one, Finder other) {
        double u = corner.alongU(one.x - corner.x, one.y - corner.y);
        double v = corner.alongV(one.x - corner.x, one.y - corner.y);
        double otherU = corner.alongU(other.x - corner.x, other.y - corner.y);
        double otherV = corner.alongV(other.x - corner.x, other.y - corner.y);
        return Math.abs(u * otherU + v * otherV) / (Math.hypot(u, v) * Math.hypot(otherU, otherV));
    }

    /** Returns the number of other finder patterns in the square that a triple spans. */
    private static int strangers(Finder corner, Finder right, Finder below, List<Finder> finders) {
        double ux = right.x - corner.x;
        double uy = right.y - corner.y;
        double vx = below.x - corner.x;
        double vy = below.y - corner.y;
        double area = ux * vy - uy * vx;
        int count = 0;
        for (Finder other : finders) {
            double dx = other.x - corner.x;
            double dy = other.y - corner.y;
            double u = (dx * vy - dy * vx) / area;
            double v = (ux * dy - uy * dx) / area;
            boolean isOwn = other == corner || other == right || other == below;
            if (!isOwn && u > -0.1 && u < 1.1 && v > -0.1 && v < 1.1 && ++count == MAX_STRANGERS) {
                break;
            }
        }
        return count;
    }
}
