package coderbased.node;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The server that a command talks to: the one that uses this data directory. */
final class DataOption {

    /** The default data directory. */
    static final String STANDARD = "./coderbased-data";

    @Option(names = "--data", paramLabel = "DIR", defaultValue = STANDARD, descriptionKey = "command.data")
    private Path data = Path.of(STANDARD);

    /** Opens the admin port of that server. */
    AdminClient door() {
        return AdminClient.of(data);
    }
}
