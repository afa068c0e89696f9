package coderbased.auth;

import coderbased.protocol.ErrorCode;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Hashes passwords with Argon2id (RFC 9106), on a small pool of its own: each hash costs 19 MiB and about a tenth of a
 * second, so a crowd that signs in must queue here and not take the server's memory and cores.
 *
 * <p>Thread-safe; calls block.
 */
final class Passwords implements AutoCloseable {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int HASH_BYTES = 32;
    private static final int THREADS = 2;
    private static final int QUEUE = 64;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Argon2Function argon2 =
            Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, HASH_BYTES, Argon2.ID);
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().daemon().name("password-", 0).factory());

    /**
     * The hash of a password that somebody chose.
     *
     * @throws AuthRefused where it is too short or too long, or too many wait already
     */
    String hash(String chosen) {
        int length = chosen.codePointCount(0, chosen.length());
        if (length < SHORTEST || length > LONGEST) {
            throw AuthRefused.because(
                    ErrorCode.BAD_REQUEST,
                    "The password needs " + SHORTEST + " to " + LONGEST
                            + " characters. A short sentence is a good one.");
        }
        return await(() -> argon2.hash(normalised(chosen)).getResult());
    }

    /** Whether that is the password behind the hash. Without a hash it takes as long and is not. */
    boolean check(String presented, String hash) {
        if (presented.length() > 2 * LONGEST) {
            return false;
        }
        if (hash.isEmpty()) {
            await(() -> argon2.hash(normalised(presented)));
            return false;
        }
        return await(() -> Argon2Function.getInstanceFromHash(hash).check(normalised(presented), hash));
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** The same password from another keyboard may come as other code points (RFC 8265 section 4.2.2). */
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T await(Callable<T> work) {
        try {
            Future<T> answer = pool.submit(work);
            return answer.get();
        } catch (RejectedExecutionException full) {
            throw AuthRefused.later(
                    ErrorCode.TRY_LATER, "Very many people are signing in. Try again in a moment.", WAIT);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw AuthRefused.later(ErrorCode.TRY_LATER, "The server is stopping. Try again in a moment.", WAIT);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("hashing failed", failed.getCause());
        }
    }
}
