package coderbased.qr.bench;

import coderbased.qr.picture.Frame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Time that a frame without a code takes, as a camera's and as a single picture. Arguments: the class folder of another
 * build, if there is one to compare with; the number of rounds (default 5). Both builds have their turn in every
 * round, and each figure is the median of the rounds.
 */
public final class QuietTimes {

    private static final int ROUNDS = 5;
    private static final int[][] SIZES = {{640, 480}, {1280, 720}};
    private static final int LIVE_FRAMES = 24;

    private QuietTimes() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        System.out.printf("Frames without a code, processor ms (median of %d rounds)%n", rounds);
        System.out.printf("%-28s %22s %22s %14s%n", "", "this build, 50 % 95 %", "other, 50 % 95 %", "ratio");
        for (String method : List.of("read", "readThoroughly")) {
            for (int[] size : SIZES) {
                row(method, size, OtherBuild.folder(arguments).orElse(null), rounds);
            }
        }
    }

    private static void row(String method, int[] size, Path folder, int rounds) throws Exception {
        List<double[]> here = new ArrayList<>();
        List<double[]> there = new ArrayList<>();
        try (OtherBuild other = folder == null ? null : new OtherBuild(folder)) {
            for (int round = -1; round < rounds; round++) {
                List<Frame> frames = List.copyOf(
                        QuietScenes.of(size[0], size[1], round + 2).values());
                double[] now = times(method.equals("read") ? Contender.stream() : Contender.thorough(), method, frames);
                double[] then = other == null ? new double[2] : times(other.reader(method), method, frames);
                if (round >= 0) {
                    here.add(now);
                    there.add(then);
                }
            }
        }
        System.out.printf(
                "%-28s %11.1f %10.1f %11.1f %10.1f %7.2f %6.2f%n",
                (method.equals("read") ? "camera " : "file ") + size[0] + " x " + size[1],
                median(here, 0),
                median(here, 1),
                median(there, 0),
                median(there, 1),
                median(here, 0) / median(there, 0),
                median(here, 1) / median(there, 1));
    }

    /** Returns the times that half and 95 % of the frames stayed within. A camera shows each scene for a while. */
    private static double[] times(Contender contender, String method, List<Frame> frames) {
        Stopwatch watch = new Stopwatch();
        for (Frame frame : frames) {
            for (int i = 0; i < (method.equals("read") ? LIVE_FRAMES : 1); i++) {
                watch.time(() -> contender.read(frame));
            }
        }
        return new double[] {watch.percentile(0.5), watch.percentile(0.95)};
    }

    private static double median(List<double[]> rounds, int column) {
        double[] sorted =
                rounds.stream().mapToDouble(round -> round[column]).sorted().toArray();
        return sorted.length == 0 ? 0 : Arrays.stream(sorted).toArray()[sorted.length / 2];
    }
}
