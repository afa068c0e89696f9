package coderbased.auth.passwords;

import coderbased.auth.session.AuthRefused;
import coderbased.protocol.ProblemReason;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.github.bucket4j.Bucket;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Hashes passwords with Argon2id (RFC 9106), on a small pool of its own: each hash costs megabytes and about a tenth of
 * a second, so a crowd that signs in must queue here and not take the server's memory and cores. If that queue is full,
 * a small reserve is left for people who are known, so that strangers cannot shut them out.
 *
 * <p>Thread-safe; calls block.
 */
public final class Passwords implements AutoCloseable {

    private static final int PARALLELISM = 1;
    private static final int HASH_BYTES = 32;
    private static final int RESERVED_THREADS = 1;
    private static final int RESERVED_QUEUE = 16;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Argon2Function argon2;
    private final Bucket pace;
    private final ThreadPoolExecutor pool;
    private final ThreadPoolExecutor reserve = pool(RESERVED_THREADS, RESERVED_QUEUE, "password-reserve-");

    /** Hashes at that cost. */
    public Passwords(PasswordCost cost) {
        argon2 = Argon2Function.getInstance(cost.kib(), cost.iterations(), PARALLELISM, HASH_BYTES, Argon2.ID);
        pace = Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(cost.perSecond()).refillGreedy(cost.perSecond(), Duration.ofSeconds(1)))
                .build();
        pool = pool(cost.threads(), cost.queue(), "password-");
    }

    /**
     * Returns the hash of a chosen password.
     *
     * @param known true if the reserve may be used; asked only if it is needed
     * @throws AuthRefused if it is too short or too long, or too many wait already
     */
    String hash(String chosen, BooleanSupplier known) {
        int length = chosen.codePointCount(0, chosen.length());
        if (length < SHORTEST || length > LONGEST) {
            throw AuthRefused.because(ProblemReason.PASSWORD_LENGTH, "minChars", SHORTEST, "maxChars", LONGEST);
        }
        return await(() -> paced(() -> argon2.hash(normalised(chosen)).getResult()), known);
    }

    /**
     * True if that is the password of the hash. Without a hash it takes the same time and is false.
     *
     * @param known true if the reserve may be used; asked only if it is needed
     * @throws AuthRefused if too many wait already
     */
    boolean check(String presented, String hash, BooleanSupplier known) {
        if (presented.length() > 2 * LONGEST) {
            return false;
        }
        if (hash.isEmpty()) {
            await(() -> paced(() -> argon2.hash(normalised(presented))), known);
            return false;
        }
        return await(
                () -> paced(() -> Argon2Function.getInstanceFromHash(hash).check(normalised(presented), hash)), known);
    }

    /** Callers that wait in the queue are refused; what is being hashed is finished. */
    @Override
    public void close() {
        refuseWaiting(pool);
        refuseWaiting(reserve);
    }

    /** Returns how many hashes wait for a thread, the reserve's not counted. */
    int waiting() {
        return pool.getQueue().size();
    }

    private static void refuseWaiting(ThreadPoolExecutor closing) {
        for (Runnable queued : closing.shutdownNow()) {
            if (queued instanceof Future<?> waiting) {
                waiting.cancel(false);
            }
        }
    }

    /** The same password from another keyboard may come as other code points (RFC 8265 section 4.2.2). */
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /** Returns what that work comes to on the pool, or on the reserve for whoever is known. */
    <T> T await(Callable<T> work, BooleanSupplier known) {
        try {
            return submit(work, known).get();
        } catch (RejectedExecutionException _) {
            if (pool.isShutdown()) {
                throw stopping();
            }
            throw AuthRefused.later(ProblemReason.SIGN_INS_TOO_MANY, WAIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopping();
        } catch (CancellationException _) {
            throw stopping();
        } catch (ExecutionException e) {
            if (pool.isShutdown() && e.getCause() instanceof InterruptedException) {
                throw stopping();
            }
            throw new IllegalStateException("A password could not be hashed", e.getCause());
        }
    }

    private <T> T paced(Callable<T> hashing) throws Exception {
        pace.asBlocking().consume(1);
        return hashing.call();
    }

    private <T> Future<T> submit(Callable<T> work, BooleanSupplier known) {
        try {
            return pool.submit(work);
        } catch (RejectedExecutionException e) {
            if (known.getAsBoolean()) {
                return reserve.submit(work);
            }
            throw e;
        }
    }

    private static ThreadPoolExecutor pool(int threads, int queue, String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queue),
                Thread.ofPlatform().daemon().name(name, 0).factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static AuthRefused stopping() {
        return AuthRefused.later(ProblemReason.SERVER_STOPPING, WAIT);
    }
}
