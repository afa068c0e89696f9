package coderbased.qr.bench;

import coderbased.qr.Frame;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.OwnCode;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The product's own code at its limits: first frame, by fault and amount. */
final class SeriesTable {

    private final int shots;
    private final Path folder;

    SeriesTable(int shots, Path folder) {
        this.shots = shots;
        this.folder = folder;
    }

    void print() {
        for (int[] size : new int[][] {{640, 480}, {1280, 720}}) {
            for (Series series : Series.all()) {
                print(series, size[0], size[1]);
            }
        }
    }

    private void print(Series series, int width, int height) {
        List<Contender> contenders = List.of(Contender.firstFrame(), Contender.stock(), Contender.sixTries());
        double[][] shares = new double[contenders.size()][series.amounts().length];
        for (int step = 0; step < series.amounts().length; step++) {
            for (int i = 0; i < shots; i++) {
                Random random = new Random(series.name().hashCode() + 1000L * step + i);
                String text = OwnCode.text(random);
                Frame frame = shoot(series, series.amounts()[step], text, i, width, height, random);
                for (int who = 0; who < contenders.size(); who++) {
                    shares[who][step] += contenders.get(who).read(frame).contains(text) ? 1.0 / shots : 0;
                }
            }
        }
        String title = series.name() + ", " + width + " x " + height;
        System.out.printf("%nOwn code, first frame, %% of %d read: %s (%s)%n", shots, title, series.unit());
        row("", series.amounts(), "%7.4g");
        for (int who = 0; who < contenders.size(); who++) {
            double[] percent = shares[who].clone();
            for (int step = 0; step < percent.length; step++) {
                percent[step] *= 100;
            }
            row(contenders.get(who).name(), percent, "%7.0f");
        }
        String file = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".svg";
        Chart.write(folder.resolve(file), title, series, contenders, shares);
    }

    private static Frame shoot(
            Series series, double amount, String text, int i, int width, int height, Random random) {
        var level = i % 2 == 0 ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M;
        Card card = Card.of(text, level, i / 2 % 2 == 0 ? Card.LIGHT : Card.DARK);
        Shot shot = new Shot(card, width, height)
                .rotation(random.nextDouble() * 360)
                .move(10 * random.nextDouble(), 10 * random.nextDouble());
        series.fault().into(shot, amount, random);
        return shot.take(random);
    }

    private static void row(String name, double[] values, String format) {
        System.out.printf("%-20s", name);
        for (double value : values) {
            System.out.printf(format, value);
        }
        System.out.println();
    }
}
