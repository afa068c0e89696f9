package coderbased.qr.bench;

import coderbased.qr.picture.Frame;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.OwnCode;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * The error correction to choose for the desktop's code: more of it means more and smaller modules. From how far
 * away, and with how much of it hidden, each level is read, by this reader and by ZXing alone.
 */
final class LevelTable {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final List<ErrorCorrectionLevel> LEVELS =
            List.of(ErrorCorrectionLevel.L, ErrorCorrectionLevel.M, ErrorCorrectionLevel.Q, ErrorCorrectionLevel.H);

    private final int shots;
    private final Path folder;

    LevelTable(int shots, Path folder) {
        this.shots = shots;
        this.folder = folder;
    }

    void print() {
        for (Contender contender : List.of(Contender.firstFrame(), Contender.stock())) {
            for (Series series : Series.forLevels()) {
                print(contender, series);
            }
        }
    }

    private void print(Contender contender, Series series) {
        double[][] shares = new double[LEVELS.size()][series.amounts().length];
        for (int level = 0; level < LEVELS.size(); level++) {
            for (int step = 0; step < series.amounts().length; step++) {
                for (int i = 0; i < shots; i++) {
                    Random random = new Random(1000L * step + i);
                    String text = OwnCode.text(random);
                    Card card = Card.of(text, LEVELS.get(level), i % 2 == 0 ? Card.LIGHT : Card.DARK);
                    Frame frame = series.shoot(series.amounts()[step], card, WIDTH, HEIGHT, random);
                    shares[level][step] += contender.read(frame).contains(text) ? 1.0 / shots : 0;
                }
            }
        }
        List<String> names = LEVELS.stream().map(level -> "level " + level).toList();
        String title = "Levels by " + series.name() + ", " + contender.name();
        System.out.printf(
                "%nOwn code at each level, first frame, %% of %d read: %s (%s)%n", shots, title, series.unit());
        SeriesTable.rows(series, names, shares);
        Chart.write(folder, title + ", " + WIDTH + " x " + HEIGHT, series, names, shares);
    }
}
