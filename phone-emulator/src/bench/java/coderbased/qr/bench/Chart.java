package coderbased.qr.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Draws the curves of a series as SVG: amounts evenly spaced to the right, share read upwards. */
final class Chart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int LEFT = 56;
    private static final int TOP = 44;
    private static final int RIGHT = 500;
    private static final int BOTTOM = 300;
    private static final List<String> COLOURS = List.of("#1565c0", "#b0451b", "#6d6d6d", "#2e7d32");
    private static final List<String> DASHES = List.of("", "6 4", "2 3", "10 3 2 3");

    private final StringBuilder svg = new StringBuilder();

    private Chart() {}

    /** Writes a file in {@code folder} that is named after the title. */
    static void write(Path folder, String title, Series series, List<String> names, double[][] shares) {
        Chart chart = new Chart();
        chart.frame(title, series);
        for (int i = 0; i < names.size(); i++) {
            chart.curve(names.get(i), shares[i], i);
        }
        String file = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".svg";
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), chart.svg.append("</svg>\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void frame(String title, Series series) {
        line(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='13'>",
                WIDTH, HEIGHT);
        line("<rect width='100%%' height='100%%' fill='white'/>");
        line("<text x='%d' y='24' font-size='16' font-weight='bold'>%s</text>", LEFT, title);
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0);
            line("<line x1='%d' x2='%d' y1='%.1f' y2='%.1f' stroke='#dddddd'/>", LEFT, RIGHT, y, y);
            line("<text x='%d' y='%.1f' text-anchor='end'>%d %%</text>", LEFT - 8, y + 4, percent);
        }
        double[] amounts = series.amounts();
        for (int i = 0; i < amounts.length; i++) {
            line(
                    "<text x='%.1f' y='%d' text-anchor='middle'>%s</text>",
                    x(i, amounts.length), BOTTOM + 20, number(amounts[i]));
        }
        line("<text x='%d' y='%d' text-anchor='middle'>%s</text>", (LEFT + RIGHT) / 2, BOTTOM + 44, series.unit());
    }

    private void curve(String name, double[] shares, int index) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < shares.length; i++) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(i, shares.length), y(shares[i])));
        }
        line(
                "<polyline points='%s' fill='none' stroke='%s' stroke-width='2.5' stroke-dasharray='%s'/>",
                points.toString().trim(), COLOURS.get(index), DASHES.get(index));
        int y = TOP + 16 + 24 * index;
        line(
                "<line x1='%d' x2='%d' y1='%d' y2='%d' stroke='%s' stroke-width='2.5' stroke-dasharray='%s'/>",
                RIGHT + 10, RIGHT + 34, y - 4, y - 4, COLOURS.get(index), DASHES.get(index));
        line("<text x='%d' y='%d'>%s</text>", RIGHT + 40, y, name);
    }

    private static double x(int i, int count) {
        return LEFT + 14 + (RIGHT - LEFT - 28.0) * i / Math.max(1, count - 1);
    }

    private static double y(double share) {
        return BOTTOM - share * (BOTTOM - TOP);
    }

    private static String number(double amount) {
        return amount == Math.rint(amount) ? Integer.toString((int) amount) : Double.toString(amount);
    }

    private void line(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
