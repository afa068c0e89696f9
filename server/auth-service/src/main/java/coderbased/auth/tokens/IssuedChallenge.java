package coderbased.auth.tokens;

import java.time.Instant;

/**
 * The challenge of one chat connection.
 *
 * @param nonce never used before; the device signs it
 * @param at time at which the connection was opened, by this node's clock
 */
public record IssuedChallenge(String nonce, Instant at) {}
