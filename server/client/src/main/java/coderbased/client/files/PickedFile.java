package coderbased.client.files;

import coderbased.protocol.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks whether a file can be sent. */
public final class PickedFile {

    private static final long MEGABYTE = 1024 * 1024;

    private PickedFile() {}

    /**
     * Returns the size of a file in bytes.
     *
     * @throws IllegalArgumentException if it cannot be sent; the message is for the user
     */
    public static long requireSendable(Path file) {
        long size = size(file);
        if (size == 0) {
            throw new IllegalArgumentException(nameOf(file) + " is empty.");
        }
        if (size > Protocol.MAX_FILE_BYTES) {
            throw new IllegalArgumentException(nameOf(file) + " is too large: "
                    + (size + MEGABYTE - 1) / MEGABYTE + " MB. The limit is " + Protocol.MAX_FILE_BYTES / MEGABYTE
                    + " MB.");
        }
        return size;
    }

    private static long size(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    nameOf(file) + " is not a file. Folders cannot be sent; send the files inside.");
        }
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(
                    nameOf(file) + " cannot be read. Check that you have permission to open it.");
        }
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(nameOf(file) + " cannot be read. Check that it still exists.", e);
        }
    }

    private static String nameOf(Path file) {
        return FileName.of(file);
    }
}
