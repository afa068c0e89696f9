package coderbased.node;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which server a command talks to: the one that uses this data directory. */
final class DataOption {

    /** Where a server keeps its data unless it is told otherwise. */
    static final String STANDARD = "./coderbased-data";

    @Option(
            names = "--data",
            defaultValue = STANDARD,
            description = "The running server's data directory (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(STANDARD);

    /** The way in to that server. */
    AdminDoor door() {
        return AdminDoor.of(data);
    }
}
