package coderbased.qr;

import coderbased.qr.finders.Finder;
import coderbased.qr.picture.GreyPlane;
import coderbased.qr.picture.LightMeter;
import java.util.List;

/**
 * Chooses the hint for frames that could not be read. A hint stays for as many frames as it takes all views to have
 * their turn, so that what only one of them sees does not flicker.
 */
final class HintChoice {

    private static final double SMALL_MODULE = 2.2;
    private static final double SOFT_EDGE = 0.34;
    private static final int NEARLY_BLACK = 34;
    private static final int BLOWN_OUT = 252;
    private static final double DARK_SHARE = 0.97;
    /** Brightness that nothing has in the dark. */
    private static final int BRIGHT = 128;

    /** Share of bright pixels from which a picture is one of a dark surface, not of the dark. */
    private static final double LIT_SHARE = 0.003;

    private static final double GLARE_SHARE = 0.3;

    private final LightMeter light = new LightMeter();
    private final int framesKept;
    private Hint hint = Hint.NONE;
    private int age;
    private boolean sawFinder;

    HintChoice(int framesKept) {
        this.framesKept = framesKept;
    }

    /** Starts a frame. */
    void start() {
        sawFinder = false;
        if (++age >= framesKept) {
            hint = Hint.NONE;
        }
    }

    /** Forgets everything: a code was read. */
    void clear() {
        hint = Hint.NONE;
    }

    /**
     * Takes note of what a view saw without reading it.
     *
     * @param pixel length in frame pixels of one pixel of {@code plane}
     */
    void saw(GreyPlane plane, List<Finder> finders, double pixel) {
        if (finders.isEmpty() || sawFinder) {
            return;
        }
        sawFinder = true;
        Finder clearest = finders.getFirst();
        for (Finder finder : finders) {
            clearest = finder.residual < clearest.residual ? finder : clearest;
        }
        if (clearest.module() * pixel < SMALL_MODULE) {
            keep(Hint.MOVE_CLOSER);
        } else if (acuity(plane, clearest) < SOFT_EDGE) {
            keep(Hint.HOLD_STILL);
        }
    }

    /** Returns the hint for this frame, given as a plane near 640 pixels. */
    Hint choose(GreyPlane near) {
        light.measure(near);
        boolean isLit = light.share(BRIGHT, 256) > LIT_SHARE;
        if (!isLit && light.share(0, NEARLY_BLACK) > DARK_SHARE) {
            keep(Hint.TOO_DARK);
        } else if (hint == Hint.NONE && sawFinder && light.share(BLOWN_OUT, 256) > GLARE_SHARE) {
            keep(Hint.GLARE);
        } else if (hint == Hint.NONE && !sawFinder && light.isSoft()) {
            keep(Hint.HOLD_STILL);
        }
        return hint;
    }

    private void keep(Hint chosen) {
        hint = chosen;
        age = 0;
    }

    /**
     * Returns the steepest step along the finder's axes over a quarter of a module, as a share of its contrast: 1 is
     * sharp.
     */
    private static double acuity(GreyPlane plane, Finder finder) {
        double steepest = 1;
        for (int axis = 0; axis < 2; axis++) {
            double dx = axis == 0 ? finder.ux : finder.vx;
            double dy = axis == 0 ? finder.uy : finder.vy;
            double best = 0;
            for (double at = -3; at < 3; at += 0.25) {
                double step = plane.sample(finder.x + at * dx, finder.y + at * dy)
                        - plane.sample(finder.x + (at + 0.25) * dx, finder.y + (at + 0.25) * dy);
                best = Math.max(best, Math.abs(step));
            }
            steepest = Math.min(steepest, best / (finder.light - finder.dark));
        }
        return steepest;
    }
}
