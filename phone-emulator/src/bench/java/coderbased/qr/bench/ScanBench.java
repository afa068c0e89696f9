package coderbased.qr.bench;

import java.nio.file.Path;
import javafx.application.Platform;

/**
 * Runs the whole bench. Arguments: the folder for the charts; then, if wanted, the number of shots for each point of a
 * curve (default 10) and of hand-held videos (default 40).
 */
public final class ScanBench {

    private static final int SHOTS = 10;
    private static final int VIDEOS = 40;

    private ScanBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/bench");
        int shots = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SHOTS;
        int videos = arguments.length > 2 ? Integer.parseInt(arguments[2]) : VIDEOS;
        Promises promises = new Promises();
        new LiveTable(promises).print();
        new PictureTable(promises).print();
        new AlteredTable().print();
        new Speed(promises).print();
        new HandHeld(videos, promises).print();
        new SeriesTable(shots, folder, promises).print();
        new LevelTable(shots, folder).print();
        boolean held = promises.print();
        Platform.exit();
        System.out.println("\nCurves: " + folder.toAbsolutePath());
        System.exit(held ? 0 : 1);
    }
}
