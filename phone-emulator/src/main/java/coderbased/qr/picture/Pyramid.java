package coderbased.qr.picture;

import java.util.ArrayList;
import java.util.List;

/** A frame at full size, half, a quarter and so on; each level is made when it is first asked for. */
final class Pyramid {

    private final List<GreyPlane> levels = new ArrayList<>();
    private int made;

    void load(Frame frame) {
        if (levels.isEmpty()) {
            levels.add(new GreyPlane());
        }
        levels.getFirst().load(frame);
        made = 1;
    }

    /** Returns the frame at {@code 1 / 2^level} of its size. */
    GreyPlane level(int level) {
        while (made <= level) {
            if (levels.size() == made) {
                levels.add(new GreyPlane());
            }
            levels.get(made).loadHalf(levels.get(made - 1));
            made++;
        }
        return levels.get(level);
    }

    /** Returns the level whose longer side is nearest to a number of pixels. */
    int levelNear(int pixels) {
        GreyPlane full = levels.getFirst();
        double ratio = (double) Math.max(full.width(), full.height()) / pixels;
        return Math.max(0, (int) Math.round(Math.log(ratio) / Math.log(2)));
    }
}
