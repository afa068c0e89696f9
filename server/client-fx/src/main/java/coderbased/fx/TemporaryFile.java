package coderbased.fx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** File for another program, or on its way to the server, that is deleted when this program ends. */
public final class TemporaryFile {

    /** System property with the folder; the JDK's own methods use the one that the program was started with. */
    public static final String FOLDER = "java.io.tmpdir";

    /** System property that is set if {@link #FOLDER} is not the one that the program was started with. */
    public static final String MOVED = "coderbased.tmpdir.moved";

    private TemporaryFile() {}

    /** Returns the path for a file of that name, in a new folder of the user alone. Blocks. */
    public static Path named(String name) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(System.getProperty(FOLDER)), "coderbased-chat");
        Path file = Outside.named(folder, name);
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return file;
    }
}
