package coderbased.qr.finders;

import coderbased.qr.picture.Corner;
import coderbased.qr.picture.GreyPlane;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the finder patterns of codes whose modules are single pixels, as in a picture of a screen: too small for
 * {@link FinderScan}, but exact.
 */
final class TinyFinders {

    private static final int REACH = 3;

    /** The first pixels to look at, from the middle: most of what is none differs there. */
    private static final int[][] FIRST = {{0, 0}, {2, 0}, {-2, 0}, {1, 0}, {-1, 0}, {0, 2}, {0, -2}, {3, 0}, {-3, 0}};

    private static final int MIN_CONTRAST = 8;
    private static final int MAX_SPOTS = 60;
    private static final int FINDERS = 3;

    private TinyFinders() {}

    /** Returns the areas of groups of three patterns or more that lie within {@code side} pixels. */
    static List<GreyPlane.Area> groups(GreyPlane plane, int side) {
        List<GreyPlane.Area> groups = new ArrayList<>();
        List<Corner> left = find(plane);
        while (!left.isEmpty()) {
            Corner first = left.getFirst();
            List<Corner> near = left.stream()
                    .filter(spot -> Math.abs(spot.x() - first.x()) < side / 2.0 && spot.y() - first.y() < side / 2.0)
                    .toList();
            if (near.size() >= FINDERS) {
                groups.add(GreyPlane.Area.around(near, SmallCodes.MARGIN));
            }
            left.removeAll(near);
        }
        return groups;
    }

    private static List<Corner> find(GreyPlane plane) {
        List<Corner> spots = new ArrayList<>();
        for (int y = REACH; y < plane.height() - REACH && spots.size() < MAX_SPOTS; y++) {
            for (int x = REACH; x < plane.width() - REACH; x++) {
                int core = plane.at(x, y);
                int ring = plane.at(x + 2, y);
                if (Math.abs(ring - core) >= MIN_CONTRAST && fits(plane, x, y, core < ring ? 1 : -1)) {
                    spots.add(new Corner(x + 0.5, y + 0.5));
                }
            }
        }
        return spots;
    }

    private static boolean fits(GreyPlane plane, int x, int y, int sign) {
        int dark = Integer.MIN_VALUE;
        int light = Integer.MAX_VALUE;
        for (int[] at : FIRST) {
            int value = sign * plane.at(x + at[0], y + at[1]);
            if (isLight(at[0], at[1])) {
                light = Math.min(light, value);
            } else {
                dark = Math.max(dark, value);
            }
            if (light - (long) dark < MIN_CONTRAST) {
                return false;
            }
        }
        for (int v = -REACH; v <= REACH; v++) {
            for (int u = -REACH; u <= REACH; u++) {
                int value = sign * plane.at(x + u, y + v);
                light = isLight(u, v) ? Math.min(light, value) : light;
                dark = isLight(u, v) ? dark : Math.max(dark, value);
            }
        }
        return light - dark >= MIN_CONTRAST;
    }

    private static boolean isLight(int u, int v) {
        return Math.max(Math.abs(u), Math.abs(v)) == 2;
    }
}
