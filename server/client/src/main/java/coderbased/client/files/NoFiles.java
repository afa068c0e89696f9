package coderbased.client.files;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.client.net.ProblemException;
import coderbased.protocol.Body;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** {@link FileTransfers} of a device without a folder for files. */
public final class NoFiles implements FileTransfers {

    @Override
    public CompletableFuture<Body.File> take(Path file, String caption) {
        return refused();
    }

    @Override
    public CompletableFuture<Body.File> takePicture(Path picture) {
        return refused();
    }

    @Override
    public CompletableFuture<Void> upload(Body.File file, Consumer<Transfer> progress) {
        return refused();
    }

    @Override
    public CompletableFuture<Path> download(
            String conversationId, long seq, Body.File file, Consumer<Transfer> progress) {
        return refused();
    }

    @Override
    public CompletableFuture<Path> picture(String conversationId, String sha256) {
        return refused();
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

    private static <T> CompletableFuture<T> refused() {
        return CompletableFuture.failedFuture(
                new ProblemException(Problem.of(ErrorCode.NOT_ALLOWED, MESSAGES.text("file.noFolder"))));
    }
}
