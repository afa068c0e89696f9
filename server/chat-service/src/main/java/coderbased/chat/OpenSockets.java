package coderbased.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Every open socket of this node, counted per address: per /64 for IPv6, because one home has many IPv6 addresses.
 * Sockets of an unknown address are not counted. Thread-safe.
 */
final class OpenSockets {

    private final int perAddress;
    private final Set<ClientConnection> connections = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();

    /** @param perAddress the number that one address may hold; 0 for no limit */
    OpenSockets(int perAddress) {
        this.perAddress = perAddress;
    }

    /** Adds a new socket; false, without adding it, if its address holds as many as it may. */
    boolean enter(ClientConnection connection) {
        Optional<String> network = connection.address().connectedNetwork();
        if (network.isPresent() && counts.merge(network.get(), 1, Integer::sum) > perAddress && perAddress > 0) {
            leave(network.get());
            return false;
        }
        connections.add(connection);
        return true;
    }

    /** Removes a socket that was added. */
    void leave(ClientConnection connection) {
        if (connections.remove(connection)) {
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
