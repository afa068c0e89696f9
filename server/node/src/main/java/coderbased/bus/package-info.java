/**
 * Communication between nodes. Each service has implementations of its ports for a server that is one node, which call
 * another thread of the same program. Here they have one over a Redis for several nodes: {@code RedisBus} carries
 * messages to their subscribers, each record in an {@code Envelope}. A node gets its ports from {@link
 * coderbased.bus.BusPorts}.
 *
 * <p>Nothing is stored in Redis: a node needs the right to publish and to subscribe there, and no other.
 *
 * <p>Messages over Redis may be lost, and nothing depends on them: the revocation feed tells of logouts, and the
 * messages of chats are in the store. A node's {@code Pulse} shows that the bus does not carry; the node is not ready
 * then. Once the bus carries again, everybody who may have missed something is told so and looks into the store.
 */
@NullMarked
package coderbased.bus;

import org.jspecify.annotations.NullMarked;
