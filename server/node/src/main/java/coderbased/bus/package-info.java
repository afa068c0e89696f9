/**
 * How nodes tell each other things. Each port of the Auth Service and the Chat Service has an implementation for a server
 * that is one node, where telling is a call to another thread of the same program, and one over a Redis for several nodes:
 * {@code RedisBus} carries what one says to those who listen, each record in an {@code Envelope}. {@link
 * coderbased.bus.BusPorts} is where a node gets its ports from.
 *
 * <p>What is said over Redis may be lost. Nothing hangs on it: who was logged out, the revocation feed tells, and messages a
 * device gets from the store when it resumes.
 */
@NullMarked
package coderbased.bus;

import org.jspecify.annotations.NullMarked;
