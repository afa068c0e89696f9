package coderbased.fx.compose;

import coderbased.fx.TemporaryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that is sent as a file, because it is too long for a message. */
final class TextFile {

    private TextFile() {}

    /** Writes it to a temporary file, which is deleted when the program ends. Blocks. */
    static Path write(String text) throws IOException {
        Path file = TemporaryFile.named("message.txt");
        Files.writeString(file, text);
        return file;
    }
}
