package coderbased.qr.bench;

import coderbased.qr.picture.Frame;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.Shot;
import java.util.List;
import java.util.Random;

/**
 * One fault, made worse step by step, of the product's own code.
 *
 * @param unit of the amounts, for the chart
 */
record Series(String name, String unit, double[] amounts, Fault fault) {

    /** The name of the series that the product's promise is about. */
    static final String FAR_AND_TILTED = "tilt at 20 % size";

    /** Puts an amount of the fault into a shot that is otherwise good: 40 % of the height, turned anyhow. */
    interface Fault {
        void into(Shot shot, double amount, Random random);
    }

    static List<Series> all() {
        return List.of(
                of(
                        "size",
                        "% of the frame's height",
                        (shot, amount, random) -> shot.size(amount / 100),
                        6,
                        8,
                        10,
                        13,
                        16,
                        20,
                        25,
                        35,
                        50,
                        70),
                of(
                        FAR_AND_TILTED,
                        "degrees",
                        (shot, amount, random) -> tilt(shot.size(0.2), amount, random),
                        0,
                        20,
                        30,
                        40,
                        50,
                        55,
                        60,
                        65,
                        70),
                of(
                        "tilt at 40 % size",
                        "degrees",
                        (shot, amount, random) -> tilt(shot, amount, random),
                        0,
                        20,
                        30,
                        40,
                        50,
                        60,
                        65,
                        70,
                        75),
                of(
                        "rotation",
                        "degrees",
                        (shot, amount, random) -> shot.size(0.25).rotation(amount),
                        0,
                        15,
                        30,
                        45,
                        60,
                        75,
                        90),
                of("defocus", "px", (shot, amount, random) -> shot.faults().defocus(amount), 0.6, 1, 2, 3, 4, 5, 6),
                of(
                        "motion",
                        "px",
                        (shot, amount, random) -> shot.faults().motion(amount, random.nextDouble() * 360),
                        2,
                        4,
                        8,
                        12,
                        16,
                        20,
                        24),
                of(
                        "noise",
                        "grey levels",
                        (shot, amount, random) -> shot.faults().noise(amount),
                        3,
                        10,
                        20,
                        30,
                        45,
                        60,
                        80),
                of(
                        "low light",
                        "% of the light",
                        (shot, amount, random) -> shot.faults().exposure(amount / 100),
                        3,
                        4,
                        5,
                        7,
                        10,
                        20,
                        50),
                of(
                        "veil",
                        "% of the contrast gone",
                        (shot, amount, random) -> shot.faults().veil(amount / 100),
                        0,
                        50,
                        70,
                        80,
                        90,
                        95,
                        97),
                of(
                        "glare",
                        "% of the code's side",
                        (shot, amount, random) -> shot.faults().glare(amount / 100),
                        3,
                        6,
                        10,
                        15,
                        20,
                        30),
                of(
                        "moire",
                        "% of the brightness",
                        (shot, amount, random) -> shot.faults().moire(amount / 100),
                        0,
                        20,
                        40,
                        60,
                        80,
                        100),
                of("JPEG", "quality", (shot, amount, random) -> shot.faults().jpeg((int) amount), 2, 5, 10, 20, 40, 80),
                of(
                        "cover",
                        "% of the area",
                        (shot, amount, random) -> shot.faults().cover(amount / 100),
                        0,
                        1,
                        2,
                        4,
                        6,
                        8,
                        10));
    }

    /** Returns the series that compares the levels of error correction. */
    static List<Series> forLevels() {
        return all().stream()
                .filter(series -> series.name().equals("size") || series.name().equals("cover"))
                .toList();
    }

    /** Returns a photograph of the code with that much of the fault. */
    Frame shoot(double amount, Card card, int width, int height, Random random) {
        Shot shot = new Shot(card, width, height)
                .rotation(random.nextDouble() * 360)
                .move(10 * random.nextDouble(), 10 * random.nextDouble());
        fault.into(shot, amount, random);
        return shot.take(random);
    }

    private static void tilt(Shot shot, double degrees, Random random) {
        shot.tilt(degrees, random.nextDouble() * 360);
    }

    private static Series of(String name, String unit, Fault fault, double... amounts) {
        return new Series(name, unit, amounts, fault);
    }
}
