package coderbased.client.files;

import coderbased.protocol.Body;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The files of one session, up and down. What was sent or fetched is kept by the hash of its bytes in a folder of the
 * profile's, and never travels twice.
 *
 * <p>A file is sent in two steps, so that what waits in an outbox needs no more than its {@link Body.File}, however often
 * the program ends and whatever becomes of the file that was picked: {@link #take} keeps a copy and needs no connection,
 * {@link #upload} brings the copy to the server, after which a message may carry it.
 *
 * <p>A lost connection ends nothing: a transfer waits, tries again and goes on where it stood; {@link #hurry} ends the wait.
 * Thread-safe; everything returns at once, and futures and progress are told on the client's own thread. A future fails
 * with {@link coderbased.client.net.ProblemException}, whose message is for the person. Cancelling it ends the transfer.
 */
public interface FileTransfers {

    /**
     * Keeps a copy of a file that somebody wants to send, and says what a message about it says. Of a picture there is a
     * preview.
     *
     * @param caption text beside it; empty for none
     */
    CompletableFuture<Body.File> take(Path file, String caption);

    /** The same with a picture for a group: what is kept is a JPEG of a moderate size, without what a camera noted in it. */
    CompletableFuture<Body.File> takePicture(Path picture);

    /**
     * Brings what was {@link #take taken} to the server; done when the server has it whole and unharmed. Where the server
     * has it already, at once.
     */
    CompletableFuture<Void> upload(Body.File file, Consumer<Transfer> progress);

    /** Brings the file of a message here, unless it is here; where it is. */
    CompletableFuture<Path> download(String conversationId, long seq, Body.File file, Consumer<Transfer> progress);

    /** Brings the picture of a group here, unless it is here; where it is. */
    CompletableFuture<Path> picture(String conversationId, String sha256);

    /** Where the bytes with that hash are on this device, if they are here. */
    Optional<Path> kept(String sha256);

    /** There is a connection again: whatever waits for one goes on now. */
    void hurry();

    /** The session is over: ends every transfer, and nothing stays in the folder. */
    void wipe();

    /** The program ends: ends every transfer; what is kept stays. */
    void close();
}
