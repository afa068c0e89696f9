package coderbased.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Every open socket of this node, counted per address: per /64 for IPv6, because one home has many IPv6 addresses.
 * Sockets of an unknown address are not counted. Thread-safe.
 */
final class OpenSockets {

    private final int perAddress;
    private final Semaphore places;
    private final Set<ClientConnection> connections = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();

    /**
     * Begins without a socket.
     *
     * @param perAddress the number that one address may hold; 0 for no limit
     * @param total the number that all may hold together; further connections are left to calls
     */
    OpenSockets(int perAddress, int total) {
        this.perAddress = perAddress;
        this.places = new Semaphore(total);
    }

    /** Adds a new socket; false, without adding it, if its address or all together hold as many as they may. */
    boolean enter(ClientConnection connection) {
        if (!places.tryAcquire()) {
            return false;
        }
        Optional<String> network = connection.address().connectedNetwork();
        if (network.isPresent() && counts.merge(network.get(), 1, Integer::sum) > perAddress && perAddress > 0) {
            leave(network.get());
            places.release();
            return false;
        }
        connections.add(connection);
        return true;
    }

    /** Removes a socket that was added. */
    void leave(ClientConnection connection) {
        if (connections.remove(connection)) {
            places.release();
            connection.address().connectedNetwork().ifPresent(this::leave);
            synchronized (connections) {
                connections.notifyAll();
            }
        }
    }

    /** Ends connections that send faster than they may; {@code nanos} is a monotonic clock. One thread calls it. */
    void look(long nanos) {
        connections.forEach(connection -> connection.look(nanos));
    }

    /** Waits until no socket is open any more or the time is over. */
    void awaitEmpty(Duration within) {
        long until = System.nanoTime() + within.toNanos();
        synchronized (connections) {
            try {
                for (long left = within.toNanos();
                        left > 0 && !connections.isEmpty();
                        left = until - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(connections, left);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    List<ClientConnection> all() {
        return List.copyOf(connections);
    }

    private void leave(String network) {
        counts.computeIfPresent(network, (same, count) -> count == 1 ? null : count - 1);
    }
}
