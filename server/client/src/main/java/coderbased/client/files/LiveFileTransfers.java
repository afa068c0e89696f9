package coderbased.client.files;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.client.net.Backoff;
import coderbased.client.net.ClientContext;
import coderbased.client.net.ClientThread;
import coderbased.client.net.ConnectivitySignal;
import coderbased.client.net.ProblemException;
import coderbased.client.net.RetryLoop;
import coderbased.client.net.Sentences;
import coderbased.protocol.Body;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link FileTransfers} over HTTP, with files in a folder. */
public final class LiveFileTransfers implements FileTransfers {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFileTransfers.class);
    private static final int NAME_BYTES = 16;

    private final FileApi api;
    private final ClientContext context;
    private final KeptFiles kept;
    private final TakenFile taken;
    private final ConnectivitySignal connectivity = new ConnectivitySignal();
    private final TransferThreads threads;

    /**
     * @param folder for these files alone; files of an earlier session of the same account are found in it
     * @param thread the client's own
     */
    public LiveFileTransfers(Path folder, FileApi api, ClientThread thread, ClientContext context) {
        this.api = api;
        this.context = context;
        this.kept = new KeptFiles(folder);
        this.taken = new TakenFile(kept);
        this.threads = new TransferThreads(thread);
        kept.tidy();
    }

    @Override
    public CompletableFuture<Body.File> take(Path file, String caption) {
        return threads.run(() -> taken.of(file, caption, freshPart()));
    }

    @Override
    public CompletableFuture<Body.File> takePicture(Path picture) {
        return threads.run(() -> taken.picture(picture, freshPart()));
    }

    @Override
    public CompletableFuture<Void> upload(Body.File file, Consumer<Transfer> progress) {
        return threads.upload(file.sha256(), () -> {
            Path bytes = kept.find(file.sha256()).orElseThrow(LiveFileTransfers::notHere);
            Uploading uploading = new Uploading(api, bytes, file, threads.told(progress));
            try {
                tries().run(uploading);
            } catch (InterruptedException | ClosedByInterruptException e) {
                forget(uploading);
                throw e;
            }
        });
    }

    @Override
    public CompletableFuture<Path> download(
            String conversationId, long seq, Body.File file, Consumer<Transfer> progress) {
        return fetch(FileApi.messageFile(conversationId, seq), file.sha256(), file.size(), threads.told(progress));
    }

    @Override
    public CompletableFuture<Path> picture(String conversationId, String sha256) {
        return fetch(FileApi.groupPicture(conversationId), sha256, 0, untold -> {});
    }

    @Override
    public Optional<Path> kept(String sha256) {
        return kept.find(sha256);
    }

    @Override
    public void resume() {
        connectivity.signal();
    }

    @Override
    public void wipe() {
        threads.close();
        try {
            kept.wipe();
        } catch (IOException e) {
            LOG.error("Could not delete the files of an ended session; delete their folder by hand", e);
        }
    }

    @Override
    public void close() {
        threads.close();
    }

    private CompletableFuture<Path> fetch(String path, String sha256, long size, Consumer<Transfer> progress) {
        if (!KeptFiles.isHash(sha256)) {
            return CompletableFuture.failedFuture(
                    new ProblemException(Problem.of(ErrorCode.BAD_REQUEST, Sentences.notUnderstood())));
        }
        return threads.download(sha256, () -> {
            // Another message with the same bytes may have fetched them meanwhile.
            Optional<Path> here = kept.find(sha256);
            if (here.isPresent()) {
                return here.get();
            }
            tries().run(new Downloading(api, path, kept, sha256, size, progress));
            return kept.find(sha256).orElseThrow(LiveFileTransfers::notHere);
        });
    }

    /** Tells the server to forget an upload, without waiting: it forgets it by itself after a day. */
    private void forget(Uploading uploading) {
        if (!threads.isClosed()) {
            threads.runAlone(uploading::forget);
        }
    }

    private RetryLoop tries() {
        return new RetryLoop(new Backoff(context.timing(), context.random(), context.clock()), connectivity);
    }

    private String freshPart() {
        byte[] bytes = new byte[NAME_BYTES];
        context.random().nextBytes(bytes);
        return "taken-" + HexFormat.of().formatHex(bytes);
    }

    private static ProblemException notHere() {
        return new ProblemException(Problem.of(ErrorCode.NOT_FOUND, MESSAGES.text("file.notHere")));
    }
}
