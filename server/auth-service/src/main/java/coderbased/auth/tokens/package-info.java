/**
 * Tokens and the proofs that go with them: {@code TokenSigner} mints and verifies, {@code DpopVerifier} checks that
 * a call comes from the holder of the key (RFC 9449), and {@code DpopReplayCache} accepts each proof once.
 * {@link coderbased.auth.tokens.AuthKeys} holds the server's own keys.
 */
@NullMarked
package coderbased.auth.tokens;

import org.jspecify.annotations.NullMarked;
