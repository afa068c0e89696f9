package coderbased.client.files;

import coderbased.client.net.ProblemException;
import coderbased.client.net.RetryLoop;
import coderbased.protocol.Body;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.FileHttp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Uploads one file in pieces. Not thread-safe. */
final class Uploading implements RetryLoop.Steps {

    private final FileApi api;
    private final Path bytes;
    private final Body.File file;
    private final Consumer<Transfer> progress;
    private final PieceSize pieces = new PieceSize();
    private FileHttp.@Nullable Upload upload;
    private @Nullable String id;
    private long received;

    Uploading(FileApi api, Path bytes, Body.File file, Consumer<Transfer> progress) {
        this.api = api;
        this.bytes = bytes;
        this.file = file;
        this.progress = progress;
    }

    @Override
    public boolean next() throws IOException {
        FileHttp.Upload known = upload;
        // Announced again after each failure: the answer says how far the upload is, and if it still exists.
        upload = null;
        FileHttp.Upload now = known == null ? announce() : append(known);
        upload = now;
        received = now.received();
        progress.accept(new Transfer(received, file.size(), false));
        return now.complete();
    }

    @Override
    public void waiting() {
        pieces.failed();
        progress.accept(new Transfer(received, file.size(), true));
    }

    /** Tells the server to delete the partial upload. */
    void forget() {
        if (id != null) {
            api.cancel(id);
        }
    }

    private FileHttp.Upload announce() {
        FileHttp.Upload announced = api.announce(new FileHttp.NewUpload(file.sha256(), file.size()));
        id = announced.id();
        return announced;
    }

    private FileHttp.Upload append(FileHttp.Upload before) throws IOException {
        byte[] piece = read(before.received());
        long begun = System.nanoTime();
        try {
            return api.append(before.id(), before.received(), piece);
        } catch (ProblemException e) {
            if (e.problem().code() == ErrorCode.NOT_FOUND) {
                // The server forgot the upload, after a long sleep of this device.
                return announce();
            }
            throw e;
        } finally {
            pieces.arrived(Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    private byte[] read(long offset) throws IOException {
        try (SeekableByteChannel from = Files.newByteChannel(bytes)) {
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(pieces.bytes(), file.size() - offset));
            from.position(offset);
            while (piece.hasRemaining()) {
                if (from.read(piece) < 0) {
                    throw new IOException("the kept file is shorter than it was");
                }
            }
            return piece.array();
        }
    }
}
