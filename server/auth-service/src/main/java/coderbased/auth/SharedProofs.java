package coderbased.auth;

import java.time.Duration;

/**
 * Lets the nodes of a server know which proofs the others took, so that none is taken twice (RFC 9449 section 11.1). Port of
 * this package; the node implements it.
 *
 * <p>Thread-safe. A call may wait for the network, for a moment.
 */
public interface SharedProofs {

    /** Of a server that is one node, which knows what it took. */
    SharedProofs ONE_NODE = (fingerprint, remember) -> true;

    /**
     * Spends a proof; false where another node spent it before.
     *
     * <p>True where the bus is away: that nodes can not speak with each other must keep nobody from calling, least of all from
     * logging somebody out. Meanwhile each node knows its own only.
     *
     * @param fingerprint of the proof's id and session; they can not be read from it
     * @param remember for how long it counts as spent
     */
    boolean spend(String fingerprint, Duration remember);
}
