package coderbased.qr.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Runs the whole bench. Arguments: the folder for the charts; then, if wanted, the number of shots for each point of a
 * curve (default 20) and of hand-held videos (default 100).
 */
public final class ScanBench {

    private static final int SHOTS = 20;
    private static final int VIDEOS = 100;

    private ScanBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/bench");
        int shots = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SHOTS;
        int videos = arguments.length > 2 ? Integer.parseInt(arguments[2]) : VIDEOS;
        new PictureTable().print();
        new Speed().print();
        new LiveCamera().print();
        new HandHeld(videos).print();
        new SeriesTable(shots, folder).print();
        System.out.println("\nCurves: " + folder.toAbsolutePath());
    }
}
