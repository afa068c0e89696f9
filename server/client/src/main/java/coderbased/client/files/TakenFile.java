package coderbased.client.files;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.picture.SmallPictures;
import coderbased.protocol.Body;
import coderbased.protocol.Protocol;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies files that are to be sent. Thread-safe; calls block. */
final class TakenFile {

    private static final int PICTURE_SIDE_PIXELS = 640;
    private static final String PICTURE_NAME = "picture.jpg";

    private final KeptFiles kept;

    TakenFile(KeptFiles kept) {
        this.kept = kept;
    }

    /**
     * Stores a copy of the file; returns the body of a message about it.
     *
     * @param part name of the partial copy
     * @throws IllegalArgumentException if it cannot be sent; the message is for the user
     */
    Body.File of(Path file, String caption, String part) throws IOException {
        PickedFile.requireSendable(file);
        try {
            long size = copy(file, part);
            String sha256 = kept.hash(part);
            Path bytes = kept.keep(part, sha256);
            String name = FileName.of(file);
            return new Body.File(
                    sha256,
                    name,
                    MediaType.of(bytes, name),
                    size,
                    SmallPictures.preview(bytes).orElse(null),
                    caption);
        } finally {
            kept.drop(part);
        }
    }

    /** Stores the square middle of a picture, upright, for a group; the picture itself may be of any length. */
    Body.File picture(Path picture, String part) throws IOException {
        PickedFile.requireReadable(picture);
        byte[] jpeg = SmallPictures.square(picture, PICTURE_SIDE_PIXELS)
                .orElseThrow(() ->
                        new IllegalArgumentException(MESSAGES.text("file.noPicture", "name", FileName.of(picture))));
        try {
            kept.append(part, 0, jpeg);
            String sha256 = kept.hash(part);
            kept.keep(part, sha256);
            return new Body.File(sha256, PICTURE_NAME, "image/jpeg", jpeg.length, null, "");
        } finally {
            kept.drop(part);
        }
    }

    private long copy(Path file, String part) throws IOException {
        long copied = 0;
        try (InputStream from = Files.newInputStream(file)) {
            for (byte[] bytes = next(from); bytes.length > 0; bytes = next(from)) {
                kept.append(part, copied, bytes);
                copied += bytes.length;
                if (copied > Protocol.MAX_FILE_BYTES) {
                    throw new IllegalArgumentException(MESSAGES.text("file.changed", "name", FileName.of(file)));
                }
            }
        }
        if (copied == 0) {
            throw new IllegalArgumentException(MESSAGES.text("file.changed", "name", FileName.of(file)));
        }
        return copied;
    }

    private static byte[] next(InputStream from) throws IOException {
        return from.readNBytes(Protocol.MAX_PIECE_BYTES);
    }
}
