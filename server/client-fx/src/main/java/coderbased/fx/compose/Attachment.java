package coderbased.fx.compose;

import coderbased.fx.FileKind;
import coderbased.fx.Sizes;
import coderbased.fx.text.SafeText;
import coderbased.protocol.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is about to be sent.
 *
 * @param size formatted for display
 */
public record Attachment(Path path, String name, String size, FileKind kind) {

    /**
     * Reads the properties of a file. Blocks.
     *
     * @throws IllegalArgumentException if it cannot be sent; the message is for the user
     */
    public static Attachment of(Path path) {
        String name = SafeText.fileName(String.valueOf(path.getFileName()));
        try {
            if (!Files.isRegularFile(path)) {
                throw new IllegalArgumentException("“" + name + "” is not a file. Only files can be sent.");
            }
            long size = Files.size(path);
            if (size == 0) {
                throw new IllegalArgumentException("“" + name + "” is empty.");
            }
            if (size > Protocol.MAX_FILE_BYTES) {
                throw new IllegalArgumentException("“" + name + "” is too large: files up to "
                        + Sizes.words(Protocol.MAX_FILE_BYTES) + " can be sent.");
            }
            return new Attachment(path, name, Sizes.words(size), FileKind.of(name));
        } catch (IOException e) {
            throw new IllegalArgumentException("“" + name + "” cannot be read.", e);
        }
    }
}
