package coderbased.chat;

import coderbased.protocol.DisconnectReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * The departure of all clients from a node that restarts: in batches, each client with its own time to come back, so
 * that they do not all come back at once.
 */
final class Drain {

    /** The number of clients that are told at a time. */
    static final int BATCH = 500;

    static final long BATCH_INTERVAL_MILLIS = 100;

    private static final int MIN_HINT_MILLIS = 500;
    private static final int MAX_HINT_MILLIS = 3_000;

    private final OpenSockets open;
    private final ChatContext context;
    private volatile boolean begun;

    Drain(OpenSockets open, ChatContext context) {
        this.open = open;
        this.context = context;
    }

    boolean hasBegun() {
        return begun;
    }

    /** Returns a random time after which to come back. */
    Duration hint() {
        return hint(context.random());
    }

    static Duration hint(RandomGenerator random) {
        return Duration.ofMillis(random.nextInt(MIN_HINT_MILLIS, MAX_HINT_MILLIS));
    }

    /** Tells every client, and waits until they are gone or the time is over. */
    void run(Duration within) {
        begun = true;
        List<ClientConnection> connections = open.all();
        for (int from = 0; from < connections.size(); from += BATCH) {
            List<ClientConnection> batch = connections.subList(from, Math.min(from + BATCH, connections.size()));
            long delay = from / BATCH * BATCH_INTERVAL_MILLIS;
            context.timer().schedule(() -> batch.forEach(this::tell), delay, TimeUnit.MILLISECONDS);
        }
        open.awaitEmpty(within);
    }

    private void tell(ClientConnection connection) {
        RejectedHandler.now(connection, DisconnectReason.SERVER_RESTART, hint());
    }
}
