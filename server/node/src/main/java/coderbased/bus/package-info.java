/**
 * How nodes tell each other things. Each port of the Auth Service and the Chat Service has an implementation for a server
 * that is one node, where telling is a call to another thread of the same program, and one over a Redis for several nodes:
 * {@code RedisBus} carries what one says to those who listen, each record in an {@code Envelope}. {@link
 * coderbased.bus.BusPorts} is where a node gets its ports from.
 *
 * <p>Nothing lies in Redis: a node needs the right to publish and to subscribe there, and no other.
 *
 * <p>What is said over Redis may be lost. Nothing hangs on it: who was logged out, the revocation feed tells, and messages are
 * in the store. A node knows by its {@code Pulse} when the bus does not carry; it is not ready then, and once the bus carries
 * again, whoever may have missed something is told so and looks into the store.
 */
@NullMarked
package coderbased.bus;

import org.jspecify.annotations.NullMarked;
