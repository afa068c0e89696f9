package coderbased.qr;

import coderbased.qr.finders.Finder;
import coderbased.qr.finders.FinderTriples;
import coderbased.qr.picture.GreyPlane;
import coderbased.qr.picture.LightMeter;
import java.util.List;

/**
 * Chooses the hint for frames that could not be read, from what was measured in them:
 *
 * <ul>
 *   <li>{@link Hint#TOO_DARK}: nearly all of the picture is nearly black, noise left out, and nothing in it is lit.
 *   <li>{@link Hint#MOVE_CLOSER}: a finder pattern whose modules have too few pixels, and no clear pair.
 *   <li>{@link Hint#HOLD_STILL}: a pair of finder patterns with soft edges, or a picture without a sharp edge.
 *   <li>{@link Hint#GLARE}: a part of the picture is blown out and fades into its surroundings, and a finder pattern is
 *       seen beside it; or a large part is; or a pair is seen in a picture that is blown out without fading; or all of
 *       the picture is blown out.
 * </ul>
 *
 * <p>A finder pattern counts if its contrast is far above the noise; a pair are two that may belong to one code. In a
 * picture full of sharp edges, such as a page of text, chance makes both, and they advise nothing. A hint stays for as
 * many frames as it takes all views to have their turn, and gives way to another one only if it was not confirmed for
 * half of them: what only one view sees does not flicker.
 */
final class HintChoice {

    private static final double SMALL_MODULE = 2.2;
    private static final double SOFT_EDGE = 0.34;
    private static final int NEARLY_BLACK = 34;
    private static final double DARK_SHARE = 0.97;
    /** Brightness that nothing has in the dark. */
    private static final int BRIGHT = 128;

    /** Share of bright pixels from which a picture is one of a dark surface, not of the dark. */
    private static final double LIT_SHARE = 0.003;

    /** Blown out share of a picture that hides a code of which a finder pattern is seen. */
    private static final double GLARE_SHARE = 0.03;

    /** Blown out share of a picture that hides a code whole. */
    private static final double BLINDING_SHARE = 0.15;

    /** Blown out share of a picture in which a code is seen that cannot be read. */
    private static final double OVEREXPOSED_SHARE = 0.3;

    private static final double WHITE_SHARE = 0.97;

    /** The contrast of patterns that noise makes by chance stays below so many times its usual step. */
    private static final int ABOVE_NOISE = 6;

    private final LightMeter light = new LightMeter();
    private final int framesKept;
    private Hint hint = Hint.NONE;
    private int age;

    /** The contrast of the finder patterns of this frame: of all, of pairs, of small ones, of soft and clear pairs. */
    private double contrast;

    private double pairContrast;
    private double small;
    private double soft;
    private double clear;

    HintChoice(int framesKept) {
        this.framesKept = framesKept;
    }

    /** Starts a frame. */
    void start() {
        contrast = 0;
        pairContrast = 0;
        small = 0;
        soft = 0;
        clear = 0;
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
        for (Finder finder : finders) {
            double seen = finder.light - finder.dark;
            contrast = Math.max(contrast, seen);
            boolean isPaired = FinderTriples.hasPartner(finder, finders);
            pairContrast = isPaired ? Math.max(pairContrast, seen) : pairContrast;
            if (finder.module() * pixel < SMALL_MODULE) {
                small = Math.max(small, seen);
            } else if (isPaired && acuity(plane, finder) < SOFT_EDGE) {
                soft = Math.max(soft, seen);
            } else if (isPaired) {
                clear = Math.max(clear, seen);
            }
        }
    }

    /** Returns the hint for this frame, given as a plane near 640 pixels. */
    Hint choose(GreyPlane near) {
        light.measure(near);
        Hint chosen = measured();
        boolean isOutdated = hint == Hint.NONE || age >= framesKept / 2;
        if (chosen != Hint.NONE && (chosen == hint || isOutdated)) {
            hint = chosen;
            age = 0;
        }
        return hint;
    }

    private Hint measured() {
        if (light.share(BRIGHT) <= LIT_SHARE && light.darkShare(NEARLY_BLACK) > DARK_SHARE) {
            return Hint.TOO_DARK;
        }
        double believed = ABOVE_NOISE * light.noise();
        boolean isDetailed = light.isDetailed();
        if (clear <= believed && small > believed && !isDetailed) {
            return Hint.MOVE_CLOSER;
        }
        if (light.isSoft() || (clear <= believed && soft > believed && !isDetailed)) {
            return Hint.HOLD_STILL;
        }
        double share = light.blownOutShare();
        double hiding = contrast > believed ? GLARE_SHARE : BLINDING_SHARE;
        boolean isHidden = light.isGlaring()
                ? share > hiding
                : share > OVEREXPOSED_SHARE && pairContrast > believed && !isDetailed;
        return share > WHITE_SHARE || isHidden ? Hint.GLARE : Hint.NONE;
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
