package coderbased.qr;

import coderbased.qr.finders.Finder;
import coderbased.qr.picture.GreyPlane;
import java.util.List;

/** The part of the picture in which something like a code was last seen: where a costly view is spent. */
final class Interest {

    private static final int FRAMES_REMEMBERED = 15;
    private static final int MAX_SIDE = 320;

    private double x;
    private double y;
    private double reach;
    private int frames;

    /** Notes what a view saw; {@code pixel} is the length in frame pixels of one of its pixels. */
    void saw(List<Finder> finders, double pixel) {
        if (finders.isEmpty()) {
            return;
        }
        double sumX = 0;
        double sumY = 0;
        double module = 0;
        for (Finder finder : finders) {
            sumX += finder.x * pixel;
            sumY += finder.y * pixel;
            module = Math.max(module, finder.module() * pixel);
        }
        x = sumX / finders.size();
        y = sumY / finders.size();
        reach = 45 * module;
        frames = FRAMES_REMEMBERED;
    }

    /** True if something was seen in this frame or the few before. */
    boolean isWarm() {
        return frames > 0;
    }

    /** Returns the area to look at in a frame of this size: around the last code, else the middle. */
    GreyPlane.Area area(int width, int height) {
        boolean known = frames > 0;
        frames--;
        double half = Math.min(MAX_SIDE / 2.0, known ? reach : MAX_SIDE);
        int side = (int) (2 * half);
        int wide = Math.min(width, side);
        int high = Math.min(height, side);
        double middleX = known ? x : width / 2.0;
        double middleY = known ? y : height / 2.0;
        int left = (int) Math.max(0, Math.min(width - wide, middleX - half));
        int top = (int) Math.max(0, Math.min(height - high, middleY - half));
        return new GreyPlane.Area(left, top, wide, high);
    }
}
