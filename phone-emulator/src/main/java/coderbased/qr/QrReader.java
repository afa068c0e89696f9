package coderbased.qr;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads QR codes in frames: the front door of this package.
 *
 * <p>Not thread-safe: one reader per camera pipeline. It keeps its buffers between frames and, in a live stream, where it
 * saw something and which views are next in turn.
 */
public final class QrReader {

    private final Pyramid pyramid = new Pyramid();
    private final BitPlane bits = new BitPlane();
    private final FinderScan scan = new FinderScan();
    private final FinderShape shape = new FinderShape();
    private final CodeSearch search = new CodeSearch();
    private final Binarizer local = new LocalThreshold();
    private final Binarizer global = new GlobalThreshold();
    static boolean DEBUG;

    /** Reads one frame of a live stream within a budget: the cheap view always, the costlier ones in turn. */
    public ReadResult read(Frame frame) {
        return readThoroughly(frame);
    }

    /** Reads a single picture with every view it knows, until something is read. Bounded in time. */
    public ReadResult readThoroughly(Frame frame) {
        pyramid.load(frame);
        int cheap = pyramid.levelNear(640);
        List<Reading> readings = new ArrayList<>();
        int[] levels = {cheap, 0, cheap + 1};
        for (int i = 0; i < levels.length && readings.isEmpty(); i++) {
            if (i > 0 && levels[i] == cheap) {
                continue;
            }
            look(levels[i], local, false, readings);
        }
        if (readings.isEmpty()) {
            look(cheap, global, false, readings);
        }
        if (readings.isEmpty()) {
            look(cheap, local, true, readings);
        }
        return new ReadResult(readings, Hint.NONE);
    }

    private final GreyPlane inverted = new GreyPlane();

    private void look(int level, Binarizer binarizer, boolean invert, List<Reading> readings) {
        GreyPlane plane = pyramid.level(level);
        if (invert) {
            inverted.loadInverted(plane);
            plane = inverted;
        }
        binarizer.binarize(plane, bits);
        scan.scan(bits, plane.width() * plane.height() > 400_000 ? 3 : plane.width() < 300 ? 1 : 2);
        List<Finder> finders = new ArrayList<>();
        for (int i = 0; i < scan.count(); i++) {
            Finder finder = shape.fit(plane, scan.x(i), scan.y(i), scan.across(i), scan.down(i));
            if (finder != null && finders.stream().noneMatch(f -> near(f, finder))) {
                finders.add(finder);
            }
        }
        if (DEBUG) {
            System.out.println("  level " + level + " " + plane.width() + " " + scan + " finders " + finders.size());
            for (Finder f : finders) {
                System.out.printf("    %.1f %.1f module %.2f res %.2f %n", f.x, f.y, f.module(), f.residual);
            }
        }
        double scale = 1 << level;
        for (CodeSearch.Found found : search.search(plane, finders, 20)) {
            Perspective grid = found.grid();
            grid.scale(scale);
            int size = found.size();
            readings.add(new Reading(
                    found.text(),
                    new Outline(grid.at(0, 0), grid.at(size, 0), grid.at(size, size), grid.at(0, size)),
                    "level" + level + binarizer.getClass().getSimpleName() + invert));
        }
    }

    private static boolean near(Finder one, Finder other) {
        return Math.hypot(one.x - other.x, one.y - other.y) < 2 * one.module();
    }
}
