package coderbased.client.files;

import coderbased.protocol.FileNameRule;
import java.nio.file.Path;

/** Name of a file in a message: its own name, as far as the server takes it. */
public final class FileName {

    private FileName() {}

    public static String of(Path file) {
        Path last = file.getFileName();
        return FileNameRule.repaired(last == null ? "" : last.toString());
    }
}
