package coderbased.client.files;

import coderbased.protocol.Body;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** File transfers that the test completes. */
public final class PlayedTransfers implements FileTransfers {

    /** One upload. */
    public record Upload(Body.File file, Consumer<Transfer> progress, CompletableFuture<Void> done) {}

    public final BlockingQueue<CompletableFuture<Body.File>> takes = new LinkedBlockingQueue<>();
    public final BlockingQueue<Upload> uploads = new LinkedBlockingQueue<>();
    final BlockingQueue<CompletableFuture<Path>> downloads = new LinkedBlockingQueue<>();

    @Override
    public CompletableFuture<Body.File> take(Path file, String caption) {
        return added(takes);
    }

    @Override
    public CompletableFuture<Body.File> takePicture(Path picture) {
        return added(takes);
    }

    @Override
    public CompletableFuture<Void> upload(Body.File file, Consumer<Transfer> progress) {
        Upload upload = new Upload(file, progress, new CompletableFuture<>());
        uploads.add(upload);
        return upload.done();
    }

    @Override
    public CompletableFuture<Path> download(
            String conversationId, long seq, Body.File file, Consumer<Transfer> progress) {
        return added(downloads);
    }

    @Override
    public CompletableFuture<Path> picture(String conversationId, String sha256) {
        return added(downloads);
    }

    @Override
    public Optional<Path> kept(String sha256) {
        return Optional.empty();
    }

    @Override
    public void resume() {}

    @Override
    public void wipe() {}

    @Override
    public void close() {}

    private static <T> CompletableFuture<T> added(BlockingQueue<CompletableFuture<T>> queue) {
        CompletableFuture<T> future = new CompletableFuture<>();
        queue.add(future);
        return future;
    }
}
