package coderbased.auth.tokens;

import coderbased.auth.session.Session;
import coderbased.protocol.DeviceKind;

/**
 * The claims of one of our tokens. Claims, not the truth: the session's row decides.
 *
 * @param tokenId this very token's own ({@code jti})
 * @param generation counts the session's tokens, from 1
 * @param keyThumbprint of the only key this token is good with ({@code cnf.jkt}, RFC 7800, RFC 9449 section 6)
 */
public record TokenClaims(
        String tokenId, String sessionId, String accountId, DeviceKind kind, long generation, String keyThumbprint) {

    /** The next token of a session. */
    public static TokenClaims of(Session session, long generation, String tokenId) {
        return new TokenClaims(
                tokenId,
                session.id(),
                session.accountId(),
                session.kind(),
                generation,
                session.device().key().thumbprint());
    }

    /** True if the token was minted for this row. */
    public boolean names(Session session) {
        return sessionId.equals(session.id()) && accountId.equals(session.accountId()) && kind == session.kind();
    }
}
