package coderbased.protocol;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The proof that an HTTP call comes from the device whose session it is (RFC 9449): a small JWT in the header {@value
 * #HEADER}, signed with the device's key for this very call. A token that was stolen without the key opens nothing.
 *
 * <p>If a device's clock is wrong, the server refuses with {@link ErrorCode#PROOF_STALE} and says in {@value
 * #NONCE_HEADER} the nonce to put into the next proof instead of the right time.
 */
public final class Dpop {

    /** The scheme before the token in {@code Authorization}. */
    public static final String SCHEME = "DPoP";

    /** The header that carries the proof. */
    public static final String HEADER = "DPoP";

    /** The header with which the server offers a nonce (RFC 9449 section 8). */
    public static final String NONCE_HEADER = "DPoP-Nonce";

    /** The proof's {@code typ}. */
    public static final String TYPE = "dpop+jwt";

    /** The only signature there is, as in every token here. */
    public static final String ALGORITHM = "ES256";

    /** Longest accepted proof, in characters. */
    public static final int MAX_PROOF_CHARS = 2 * 1024;

    /** Longest accepted {@code jti}, in characters. */
    public static final int MAX_ID_CHARS = 64;

    private Dpop() {}

    /**
     * The claims of a proof.
     *
     * @param jti never used before
     * @param htm the call's method
     * @param htu the call's address, without query
     * @param iat time of the call, in seconds since 1970
     * @param ath {@link Dpop#hash} of the token
     * @param nonce the nonce that the server asked for; null if it did not
     */
    public record Claims(
            String jti,
            String htm,
            String htu,
            long iat,
            String ath,
            @Nullable String nonce) {

        /** Returns a device's claims for a call that it makes now. */
        public static Claims of(
                String jti, String method, URI address, String token, Instant now, @Nullable String nonce) {
            String place = address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
            return new Claims(jti, method, place, now.getEpochSecond(), hash(token), nonce);
        }
    }

    /**
     * Returns the proof itself.
     *
     * @throws GeneralSecurityException if one of the keys is invalid
     */
    public static String proof(PrivateKey key, DeviceKey publicHalf, Claims claims) throws GeneralSecurityException {
        try {
            return Jwts.builder()
                    .header()
                    .type(TYPE)
                    .add("jwk", publicHalf.jwk())
                    .and()
                    .content(Wire.write(claims).getBytes(StandardCharsets.UTF_8))
                    .signWith(key, Jwts.SIG.ES256)
                    .compact();
        } catch (JwtException e) {
            throw new GeneralSecurityException("not a private key", e);
        }
    }

    /** The base64url SHA-256 of a token. */
    public static String hash(String token) {
        try {
            return Base64Url.encode(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
