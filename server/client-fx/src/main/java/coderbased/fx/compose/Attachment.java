package coderbased.fx.compose;

import static coderbased.fx.messages.FxMessages.MESSAGES;

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
                throw new IllegalArgumentException(MESSAGES.text("files.notAFile", "name", name));
            }
            long size = Files.size(path);
            if (size == 0) {
                throw new IllegalArgumentException(MESSAGES.text("files.empty", "name", name));
            }
            if (size > Protocol.MAX_FILE_BYTES) {
                throw new IllegalArgumentException(
                        MESSAGES.text("files.tooLarge", "name", name, "limit", Sizes.words(Protocol.MAX_FILE_BYTES)));
            }
            return new Attachment(path, name, Sizes.words(size), FileKind.of(name));
        } catch (IOException e) {
            throw new IllegalArgumentException(MESSAGES.text("files.unreadable", "name", name), e);
        }
    }
}
