package coderbased.qr.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Texts read of {@link HardCodes}: in the first frame of a camera, within twelve, and in a single picture, with the
 * time that 95 % of the frames stay within. Arguments: the class folder of another build, if there is one to compare
 * with; pictures of each kind (default 20).
 */
public final class HardTable {

    private static final int PICTURES = 20;
    private static final int FRAMES = 12;

    /** A maker of readers: nothing is remembered from one picture to the next. */
    private interface Readers {

        Contender fresh(String method) throws ReflectiveOperationException;
    }

    private HardTable() {}

    public static void main(String[] arguments) throws Exception {
        int pictures = arguments.length > 1 ? Integer.parseInt(arguments[1]) : PICTURES;
        System.out.printf("Texts read of hard codes, and processor ms at 95 %%%n%-40s %6s", "", "texts");
        System.out.printf(" %6s %9s %9s %6s %9s %7s%n", "first", "within 12", "ms", "file", "ms", "false");
        print("this build", pictures, method -> method.equals("read") ? Contender.stream() : Contender.thorough());
        Path folder = OtherBuild.folder(arguments).orElse(null);
        if (folder != null) {
            try (OtherBuild other = new OtherBuild(folder)) {
                print("other build", pictures, other::reader);
            }
        }
    }

    private static void print(String name, int pictures, Readers readers) throws Exception {
        System.out.println(name);
        for (var kind : HardCodes.kinds().entrySet()) {
            int[] sums = new int[5];
            Stopwatch frames = new Stopwatch();
            Stopwatch files = new Stopwatch();
            for (int i = 0; i < pictures; i++) {
                HardCodes.Picture picture = kind.getValue().make(new Random(1000 + i));
                sums[0] += picture.texts().size();
                Contender camera = readers.fresh("read");
                List<String> left = new ArrayList<>(picture.texts());
                for (int frame = 0; frame < FRAMES && !left.isEmpty(); frame++) {
                    int[] found = new int[2];
                    frames.time(() -> count(camera.read(picture.frame()), picture, left, found));
                    sums[1] += frame == 0 ? found[0] : 0;
                    sums[2] += found[0];
                    sums[4] += found[1];
                }
                Contender file = readers.fresh("readThoroughly");
                List<String> all = new ArrayList<>(picture.texts());
                int[] found = new int[2];
                files.time(() -> count(file.read(picture.frame()), picture, all, found));
                sums[3] += found[0];
                sums[4] += found[1];
            }
            System.out.printf(
                    "%-40s %6d %6d %9d %9.1f %6d %9.1f %7d%n",
                    kind.getKey(),
                    sums[0],
                    sums[1],
                    sums[2],
                    frames.percentile(0.95),
                    sums[3],
                    files.percentile(0.95),
                    sums[4]);
        }
    }

    /** Counts what was read for the first time, and what no code says. */
    private static void count(List<String> texts, HardCodes.Picture picture, List<String> left, int[] found) {
        for (String text : texts) {
            found[0] += left.remove(text) ? 1 : 0;
            found[1] += picture.texts().contains(text) ? 0 : 1;
        }
    }
}
