/**
 * Accounts and sessions: the records, the store that keeps them, and the one way a session ends. Every other
 * package of the Auth Service is built on this one.
 *
 * <p>{@link coderbased.auth.session.AuthStore} is the port for what lasts,
 * {@link coderbased.auth.session.AuthEvents} for what others must hear, and
 * {@link coderbased.auth.session.AuthContext} holds clock, randomness and counters. {@code SessionTerminator} ends
 * sessions for every reason; {@code RevocationFeed} reads from the database which ended on other nodes, and
 * {@code Lease} ends all service on a node that has had no answer from it.
 */
@NullMarked
package coderbased.auth.session;

import org.jspecify.annotations.NullMarked;
