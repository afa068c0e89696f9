package coderbased.chat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Every open socket of this node, and how many there are per address: per /64 for IPv6, of which one household has many
 * addresses. Sockets of an unknown address are not counted. Thread-safe.
 */
final class OpenSockets {

    private final int perAddress;
    private final Set<ClientConnection> peers = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();

    /** @param perAddress how many one address may hold; 0 for any number */
    OpenSockets(int perAddress) {
        this.perAddress = perAddress;
    }

    /** Takes a new socket in; false, and nothing is taken, where its address holds as many as it may. */
    boolean enter(ClientConnection peer) {
        Optional<String> network = peer.address().connectedNetwork();
        if (network.isPresent() && counts.merge(network.get(), 1, Integer::sum) > perAddress && perAddress > 0) {
            leave(network.get());
            return false;
        }
        peers.add(peer);
        return true;
    }

    /** A socket that was taken in is gone. */
    void leave(ClientConnection peer) {
        if (peers.remove(peer)) {
            peer.address().connectedNetwork().ifPresent(this::leave);
            synchronized (peers) {
                peers.notifyAll();
            }
        }
    }

    /** Sends away who talks faster than they may; {@code nanos} is a clock that only goes forward. One thread calls it. */
    void look(long nanos) {
        peers.forEach(peer -> peer.look(nanos));
    }

    /** Returns when no socket is open any more, or the time is over. */
    void awaitEmpty(Duration within) {
        long until = System.nanoTime() + within.toNanos();
        synchronized (peers) {
            try {
                for (long left = within.toNanos(); left > 0 && !peers.isEmpty(); left = until - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(peers, left);
                }
            } catch (InterruptedException inAHurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    List<ClientConnection> all() {
        return List.copyOf(peers);
    }

    private void leave(String network) {
        counts.computeIfPresent(network, (same, count) -> count == 1 ? null : count - 1);
    }
}
