package coderbased.client.files;

import coderbased.protocol.FileNameRule;
import java.nio.file.Path;

/** Name of a file in a message: the file's own name, cut to what the server accepts. */
public final class FileName {

    private FileName() {}

    public static String of(Path file) {
        Path last = file.getFileName();
        return FileNameRule.repaired(last == null ? "" : last.toString());
    }
}
