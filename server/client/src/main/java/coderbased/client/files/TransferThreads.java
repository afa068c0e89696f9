package coderbased.client.files;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.client.net.BackgroundCalls;
import coderbased.client.net.ClientThread;
import coderbased.client.net.ProblemException;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs transfers, each on its own virtual thread, which is interrupted when its future is cancelled. Results come back
 * on the client thread. Few transfers run at once, and only one for the same bytes. Thread-safe.
 */
final class TransferThreads {

    private static final Logger LOG = LoggerFactory.getLogger(TransferThreads.class);
    private static final int MAX_UPLOADS = 2;
    private static final int MAX_DOWNLOADS = 4;

    private final ClientThread thread;
    private final Semaphore uploads = new Semaphore(MAX_UPLOADS, true);
    private final Semaphore downloads = new Semaphore(MAX_DOWNLOADS, true);
    private final Map<String, Lock> byHash = new ConcurrentHashMap<>();
    private final Set<CompletableFuture<?>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    TransferThreads(ClientThread thread) {
        this.thread = thread;
    }

    /** A transfer with a result. */
    interface Work<T> {
        @Nullable
        T run() throws IOException, InterruptedException;
    }

    /** A transfer without a result. */
    interface Errand {
        void run() throws IOException, InterruptedException;
    }

    /** Runs the work at once. */
    <T> CompletableFuture<T> run(Work<T> work) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Thread runner = Thread.ofVirtual().name("file").unstarted(() -> run(work, outcome));
        running.add(outcome);
        outcome.whenComplete((_, _) -> {
            running.remove(outcome);
            if (outcome.isCancelled()) {
                runner.interrupt();
            }
        });
        if (closed) {
            outcome.cancel(false);
        } else {
            runner.start();
        }
        return outcome;
    }

    /** Runs an upload when its turn comes. */
    CompletableFuture<Void> upload(String sha256, Errand upload) {
        return run(() -> inTurn(uploads, sha256, () -> {
            upload.run();
            return null;
        }));
    }

    /** Runs a download when its turn comes. */
    <T> CompletableFuture<T> download(String sha256, Work<T> download) {
        return run(() -> inTurn(downloads, sha256, download));
    }

    /** Runs a call without a result. */
    void runAlone(Runnable errand) {
        new BackgroundCalls(thread).runAlone(errand);
    }

    /** Returns a listener that is called on the client thread. */
    <T> Consumer<T> told(Consumer<T> listener) {
        return news -> thread.execute(() -> listener.accept(news));
    }

    boolean isClosed() {
        return closed;
    }

    /** Cancels all transfers, and refuses new ones. */
    void close() {
        closed = true;
        running.forEach(outcome -> outcome.cancel(false));
    }

    private <T> @Nullable T inTurn(Semaphore turns, String sha256, Work<T> work)
            throws IOException, InterruptedException {
        Lock same = byHash.computeIfAbsent(sha256, _ -> new ReentrantLock());
        same.lockInterruptibly();
        try {
            turns.acquire();
            try {
                return work.run();
            } finally {
                turns.release();
            }
        } finally {
            same.unlock();
        }
    }

    private <T> void run(Work<T> work, CompletableFuture<T> outcome) {
        try {
            @Nullable T result = work.run();
            tell(outcome, () -> outcome.complete(result));
        } catch (InterruptedException | ClosedByInterruptException _) {
            outcome.cancel(false);
        } catch (ProblemException e) {
            tell(outcome, () -> outcome.completeExceptionally(e));
        } catch (IllegalArgumentException e) {
            fail(outcome, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            if (!outcome.isDone()) {
                LOG.warn("Could not read or store a file: {}", e.toString());
            }
            fail(outcome, MESSAGES.text("file.disk"));
        } catch (Throwable e) {
            LOG.error("A transfer ended with an unexpected error", e);
            fail(outcome, MESSAGES.text("file.unexpected"));
        }
    }

    private void fail(CompletableFuture<?> outcome, String sentence) {
        ProblemException problem = new ProblemException(Problem.of(ErrorCode.BAD_REQUEST, sentence));
        tell(outcome, () -> outcome.completeExceptionally(problem));
    }

    /** Completes the future here if the client is closed: it has no thread any more, but nobody may wait forever. */
    private void tell(CompletableFuture<?> outcome, Runnable news) {
        if (!thread.execute(news)) {
            outcome.cancel(false);
        }
    }
}
