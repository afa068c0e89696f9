package coderbased.client.files;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.client.net.HttpCalls;
import coderbased.client.net.ProblemException;
import coderbased.client.net.RetryLoop;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/** Downloads one file in pieces into {@link KeptFiles}. Not thread-safe. */
final class Downloading implements RetryLoop.Steps {

    private final FileApi api;
    private final String path;
    private final KeptFiles kept;
    private final String sha256;
    private final Consumer<Transfer> progress;
    private final PieceSize pieces = new PieceSize();
    private long length;

    /**
     * @param path of the file on the server
     * @param length expected length in bytes, until the server has sent it; 0 if unknown
     */
    Downloading(FileApi api, String path, KeptFiles kept, String sha256, long length, Consumer<Transfer> progress) {
        this.api = api;
        this.path = path;
        this.kept = kept;
        this.sha256 = sha256;
        this.length = length;
        this.progress = progress;
    }

    @Override
    public boolean next() throws IOException {
        long before = kept.received(sha256);
        long begun = System.nanoTime();
        HttpCalls.Part part = api.part(path, before, pieces.bytes());
        pieces.arrived(Duration.ofNanos(System.nanoTime() - begun));
        kept.append(sha256, before, part.bytes());
        length = part.length();
        long received = before + part.bytes().length;
        progress.accept(new Transfer(received, length, false));
        if (received < length) {
            return false;
        }
        requireUnharmed();
        kept.keep(sha256, sha256);
        return true;
    }

    @Override
    public void waiting() {
        pieces.failed();
        progress.accept(new Transfer(received(), length, true));
    }

    private void requireUnharmed() throws IOException {
        if (!kept.hash(sha256).equals(sha256)) {
            kept.drop(sha256);
            throw new ProblemException(Problem.of(ErrorCode.DAMAGED, MESSAGES.text("file.damaged")));
        }
    }

    private long received() {
        try {
            return kept.received(sha256);
        } catch (IOException _) {
            return 0;
        }
    }
}
