package coderbased.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A small secret on disk, made once, that only the server's own user may read. */
public final class OwnerOnlyFile {

    private OwnerOnlyFile() {}

    /** Returns the file's content; if there is no file yet, creates it with what {@code first} returns. */
    public static String readOrMake(Path file, Supplier<String> first) throws IOException {
        if (Files.notExists(file)) {
            DurableFile.write(file, first.get() + "\n");
        }
        return Files.readString(file).strip();
    }
}
