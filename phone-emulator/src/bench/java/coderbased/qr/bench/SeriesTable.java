package coderbased.qr.bench;

import coderbased.qr.picture.Frame;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.OwnCode;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The product's own code at its limits: first frame, by fault and amount. */
final class SeriesTable {

    private static final double MAX_TILT = 50;

    /** The number of pictures: a promise of 99 in 100 is measured with more than a handful. */
    private static final int MORE_SHOTS = 5;

    private final int usualShots;
    private final Path folder;
    private final Promises promises;

    SeriesTable(int shots, Path folder, Promises promises) {
        this.usualShots = shots;
        this.folder = folder;
        this.promises = promises;
    }

    void print() {
        for (int[] size : new int[][] {{640, 480}, {1280, 720}}) {
            for (Series series : Series.all()) {
                print(series, size[0], size[1]);
            }
        }
    }

    private void print(Series series, int width, int height) {
        boolean isPromised = series.name().equals(Series.FAR_AND_TILTED);
        int shots = isPromised ? MORE_SHOTS * usualShots : usualShots;
        List<Contender> contenders = List.of(Contender.firstFrame(), Contender.stock(), Contender.sixTries());
        double[][] shares = new double[contenders.size()][series.amounts().length];
        for (int step = 0; step < series.amounts().length; step++) {
            for (int i = 0; i < shots; i++) {
                Random random = new Random(series.name().hashCode() + 1000L * step + i);
                String text = OwnCode.text(random);
                var level = i % 2 == 0 ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M;
                Card card = Card.of(text, level, i / 2 % 2 == 0 ? Card.LIGHT : Card.DARK);
                Frame frame = series.shoot(series.amounts()[step], card, width, height, random);
                for (int who = 0; who < contenders.size(); who++) {
                    shares[who][step] += contenders.get(who).read(frame).contains(text) ? 1.0 / shots : 0;
                }
            }
        }
        String title = series.name() + ", " + width + " x " + height;
        System.out.printf("%nOwn code, first frame, %% of %d read: %s (%s)%n", shots, title, series.unit());
        List<String> names = contenders.stream().map(Contender::name).toList();
        rows(series, names, shares);
        Chart.write(folder, title, series, names, shares);
        if (isPromised) {
            double percent = 100 * within(series, MAX_TILT, shares[0]);
            promises.atLeast(99, "% of the own code read in the first frame, up to 50 degrees: " + title, percent);
        }
    }

    private static double within(Series series, double most, double[] shares) {
        return IntStream.range(0, shares.length)
                .filter(step -> series.amounts()[step] <= most)
                .mapToDouble(step -> shares[step])
                .average()
                .orElseThrow();
    }

    /** Prints the amounts, and below them the percentage that each contender read. */
    static void rows(Series series, List<String> names, double[][] shares) {
        row("", series.amounts(), "%7.4g");
        for (int who = 0; who < names.size(); who++) {
            row(
                    names.get(who),
                    Arrays.stream(shares[who]).map(share -> 100 * share).toArray(),
                    "%7.0f");
        }
    }

    private static void row(String name, double[] values, String format) {
        System.out.printf("%-20s", name);
        for (double value : values) {
            System.out.printf(format, value);
        }
        System.out.println();
    }
}
