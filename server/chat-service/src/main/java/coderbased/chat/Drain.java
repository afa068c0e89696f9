package coderbased.chat;

import coderbased.protocol.DisconnectReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Empties a node that restarts: in batches, each client with its own hint, so that those who come back do not come all at
 * once.
 */
final class Drain {

    /** So many are told at a time. */
    static final int BATCH = 500;

    static final long BETWEEN_MILLIS = 100;

    private static final int EARLIEST_MILLIS = 500;
    private static final int LATEST_MILLIS = 3_000;

    private final OpenSockets open;
    private final ChatContext outside;
    private volatile boolean begun;

    Drain(OpenSockets open, ChatContext outside) {
        this.open = open;
        this.outside = outside;
    }

    boolean hasBegun() {
        return begun;
    }

    /** When to come back. */
    Duration hint() {
        return hint(outside.random());
    }

    static Duration hint(RandomGenerator random) {
        return Duration.ofMillis(random.nextInt(EARLIEST_MILLIS, LATEST_MILLIS));
    }

    /** Tells everybody, and waits until they are gone or the time is over. */
    void run(Duration within) {
        begun = true;
        List<ClientConnection> peers = open.all();
        for (int from = 0; from < peers.size(); from += BATCH) {
            List<ClientConnection> batch = peers.subList(from, Math.min(from + BATCH, peers.size()));
            long delay = from / BATCH * BETWEEN_MILLIS;
            outside.timer().schedule(() -> batch.forEach(this::tell), delay, TimeUnit.MILLISECONDS);
        }
        open.awaitEmpty(within);
    }

    private void tell(ClientConnection peer) {
        RejectedHandler.now(peer, DisconnectReason.SERVER_RESTART, hint());
    }
}
