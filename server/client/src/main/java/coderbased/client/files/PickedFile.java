package coderbased.client.files;

import coderbased.protocol.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can be sent as a file, and why not. */
public final class PickedFile {

    private static final long MEGABYTE = 1024 * 1024;

    private PickedFile() {}

    /**
     * Its size in bytes.
     *
     * @throws IllegalArgumentException where it can not be sent, with a sentence for the person
     */
    public static long requireSendable(Path file) {
        long size = size(file);
        if (size == 0) {
            throw new IllegalArgumentException(nameOf(file) + " is empty: there is nothing in it to send.");
        }
        if (size > Protocol.MAX_FILE_BYTES) {
            throw new IllegalArgumentException(nameOf(file) + " is too large: "
                    + (size + MEGABYTE - 1) / MEGABYTE + " MB of at most " + Protocol.MAX_FILE_BYTES / MEGABYTE
                    + " MB.");
        }
        return size;
    }

    private static long size(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(nameOf(file) + " is no file. Of a folder, send what is in it.");
        }
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(nameOf(file) + " can not be read. Is it yours to open?");
        }
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new IllegalArgumentException(nameOf(file) + " can not be read. Is it still there?", gone);
        }
    }

    private static String nameOf(Path file) {
        return FileName.of(file);
    }
}
