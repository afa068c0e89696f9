package coderbased.client;

import coderbased.protocol.FileNameRule;
import java.nio.file.Path;

/** Name of a file in a message: its own name, as far as the server takes it. */
final class FileName {

    private FileName() {}

    static String of(Path file) {
        Path last = file.getFileName();
        return FileNameRule.repaired(last == null ? "" : last.toString());
    }
}
