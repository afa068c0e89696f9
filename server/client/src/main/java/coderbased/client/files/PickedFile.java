package coderbased.client.files;

import static coderbased.client.messages.ClientMessages.MESSAGES;

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
        long size = requireReadable(file);
        if (size > Protocol.MAX_FILE_BYTES) {
            throw new IllegalArgumentException(MESSAGES.text(
                    "file.tooLarge",
                    "name",
                    FileName.of(file),
                    "size",
                    (size + MEGABYTE - 1) / MEGABYTE,
                    "limit",
                    Protocol.MAX_FILE_BYTES / MEGABYTE));
        }
        return size;
    }

    /**
     * Returns the size of a file of any length in bytes.
     *
     * @throws IllegalArgumentException if there is nothing to read; the message is for the user
     */
    static long requireReadable(Path file) {
        long size = size(file);
        if (size == 0) {
            throw new IllegalArgumentException(MESSAGES.text("file.empty", "name", FileName.of(file)));
        }
        return size;
    }

    private static long size(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(MESSAGES.text("file.folder", "name", FileName.of(file)));
        }
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(MESSAGES.text("file.unreadable", "name", FileName.of(file)));
        }
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(MESSAGES.text("file.gone", "name", FileName.of(file)), e);
        }
    }
}
