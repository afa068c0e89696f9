package coderbased.files;

import coderbased.protocol.ProblemReason;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The number of transfers under way. Each piece and each download holds memory, a thread and a connection for as long
 * as the other side takes. So there is a limit per account and one for all accounts together. Thread-safe.
 */
final class Turns {

    private static final int MAX_TURNS = 200;
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private final int perAccount;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final AtomicInteger free = new AtomicInteger(MAX_TURNS);

    Turns(int perAccount) {
        this.perAccount = perAccount;
    }

    /** A transfer under way. The first {@code close} ends it. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Begins a transfer.
     *
     * @throws FileRefused if a limit is reached
     */
    Turn take(String accountId) {
        if (free.decrementAndGet() < 0) {
            free.incrementAndGet();
            throw FileRefused.later(ProblemReason.SERVER_BUSY, RETRY_DELAY);
        }
        try {
            taken.merge(accountId, 1, this::oneMore);
        } catch (FileRefused e) {
            free.incrementAndGet();
            throw e;
        }
        return () -> giveBack(accountId);
    }

    private int oneMore(int before, int one) {
        if (before >= perAccount) {
            throw FileRefused.later(ProblemReason.FILES_AT_ONCE, RETRY_DELAY);
        }
        return before + one;
    }

    private void giveBack(String accountId) {
        taken.computeIfPresent(accountId, (id, turns) -> turns == 1 ? null : turns - 1);
        free.incrementAndGet();
    }
}
