/**
 * The Auth Service: accounts, sessions, linking, tokens. The truth about who may do what.
 *
 * <p>{@link coderbased.auth.AuthService} is the front door. Three walks go through it.
 *
 * <ol>
 *   <li><em>Signing in</em>: a phone makes a key pair, sends handle and password, and gets a session (a row, {@link
 *       coderbased.auth.session.Session}) and an Auth Token that names it.
 *   <li><em>Linking</em>: a desktop waits as a {@link coderbased.auth.linking.Guest}, which lives in the memory of
 * the node that holds its socket. A phone claims the code the desktop shows, the person approves, and the Auth Service
 *       stores a web session under the phone's and sends its Web Auth Token down the socket that was shown the code.
 *       What may follow what stands in one table, {@code LinkTransitions}.
 *   <li><em>Re-initialising</em>: any device with a token opens a chat connection and signs the server's challenge.
 *       The row decides, and the answer carries the token of the next generation.
 * </ol>
 *
 * <p>The way out is one code path: log out, expiry, unlink, ban, deletion and password change all become an
 * {@link coderbased.auth.session.SessionTermination}, one transaction that leaves tombstones with the reason, then
 * {@link coderbased.auth.session.AuthEvent.SessionEnded}. A device that was connected hears the reason from that event,
 * one that was away reads the same reason off the tombstone when it re-initialises.
 *
 * <p>A token opens nothing without its key. At a re-initialisation the device signs a challenge, with an HTTP call it
 * sends a proof for that call alone, which is taken once ({@code DpopVerifier}). Once a device has wiped a session that
 * is over, it says so ({@code WipeReceipts}), and the phone reads when that was.
 *
 * <p>The event is a hint, the database is the truth: each node reads from it every second which sessions ended
 * ({@code RevocationFeed}), and one that has had no answer for five seconds lets go of everybody ({@code Lease}). So a
 * device that was logged out is served for a moment after that where the bus works, for about a second where it does
 * not, and for ten at most where the node is cut off from its database too.
 *
 * <p>Three ports are given from outside: {@link coderbased.auth.session.AuthStore} (what lasts, and which proofs were
 * taken), {@link coderbased.auth.session.AuthEvents} (what others must hear) and {@link
 * coderbased.auth.linking.GuestRpc} (asking the node that holds a guest). The Auth Service knows nothing of the Chat
 * Service, which calls it and hears its events.
 *
 * <p>This package stands on four: {@link coderbased.auth.linking}, {@link coderbased.auth.passwords}, {@link
 * coderbased.auth.tokens}, and below them all {@link coderbased.auth.session}.
 */
@NullMarked
package coderbased.auth;

import org.jspecify.annotations.NullMarked;
