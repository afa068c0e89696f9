package coderbased.files;

import coderbased.protocol.ErrorCode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who moves bytes now. Each piece and each download holds memory, a thread and a connection for as long as the other side
 * takes, so an account gets only so many turns, and all together too. Thread-safe.
 */
final class Turns {

    private static final int ALL = 200;
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final int perAccount;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final AtomicInteger free = new AtomicInteger(ALL);

    Turns(int perAccount) {
        this.perAccount = perAccount;
    }

    /** A turn. Closing it ends it, once. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes a turn.
     *
     * @throws FileRefused where there is none now
     */
    Turn take(String accountId) {
        if (free.decrementAndGet() < 0) {
            free.incrementAndGet();
            throw FileRefused.later(ErrorCode.TRY_LATER, "The server is busy. Try again in a moment.", A_MOMENT);
        }
        try {
            taken.merge(accountId, 1, this::oneMore);
        } catch (FileRefused tooMany) {
            free.incrementAndGet();
            throw tooMany;
        }
        return () -> giveBack(accountId);
    }

    private int oneMore(int before, int one) {
        if (before >= perAccount) {
            throw FileRefused.later(
                    ErrorCode.SLOW_DOWN, "Too many files are being transferred at once. Wait a moment.", A_MOMENT);
        }
        return before + one;
    }

    private void giveBack(String accountId) {
        taken.computeIfPresent(accountId, (id, turns) -> turns == 1 ? null : turns - 1);
        free.incrementAndGet();
    }
}
