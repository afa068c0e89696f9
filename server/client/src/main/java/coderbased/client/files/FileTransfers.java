package coderbased.client.files;

import coderbased.protocol.Body;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Uploads and downloads of one session. Files are stored by their hash in a folder of the profile and are never
 * transferred twice.
 *
 * <p>A file is sent in two steps: {@link #take} stores a copy without a connection, {@link #upload} brings the copy to
 * the server. A waiting message therefore needs only its {@link Body.File}, and survives restarts and the loss of the
 * original file.
 *
 * <p>A lost connection ends nothing: a transfer waits, tries again and resumes; {@link #resume} ends the wait.
 * Thread-safe. All methods return at once; futures and progress are reported on the client thread. A future fails with
 * {@link coderbased.client.net.ProblemException}, whose message is for the user. Cancelling it ends the transfer.
 */
public interface FileTransfers {

    /**
     * Stores a copy of a file to be sent; returns the body of a message about it. Pictures get a preview.
     *
     * @param caption text below the file; empty for none
     */
    CompletableFuture<Body.File> take(Path file, String caption);

    /** Stores a picture for a group as a JPEG of moderate size, without the camera's metadata. */
    CompletableFuture<Body.File> takePicture(Path picture);

    /**
     * Uploads a {@link #take taken} file; completes when the server has all of it, undamaged. Completes at once if the
     * server has it already.
     */
    CompletableFuture<Void> upload(Body.File file, Consumer<Transfer> progress);

    /** Downloads the file of a message, unless it is stored here; returns its path. */
    CompletableFuture<Path> download(String conversationId, long seq, Body.File file, Consumer<Transfer> progress);

    /** Downloads the picture of a group, unless it is stored here; returns its path. */
    CompletableFuture<Path> picture(String conversationId, String sha256);

    /** Returns the path of the stored file with that SHA-256 hash, if there is one. */
    Optional<Path> kept(String sha256);

    /** Continues waiting transfers, because the connection is back. */
    void resume();

    /** Ends all transfers and deletes the files, at the end of the session. */
    void wipe();

    /** Ends all transfers at the end of the program; stored files stay. */
    void close();
}
