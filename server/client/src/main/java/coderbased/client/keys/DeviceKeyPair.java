package coderbased.client.keys;

import coderbased.protocol.DeviceKey;
import coderbased.protocol.Dpop;
import coderbased.protocol.Secret;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.EcPrivateJwk;
import io.jsonwebtoken.security.Jwks;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * P-256 key pair that a device generates for one session only.
 *
 * @param jwk both halves (RFC 7518 section 6.2); shows no private key as text
 */
public record DeviceKeyPair(EcPrivateJwk jwk) {

    public static DeviceKeyPair make(SecureRandom random) {
        return new DeviceKeyPair(Jwks.builder()
                .ecKeyPair(Jwts.SIG.ES256.keyPair().random(random).build())
                .build());
    }

    /**
     * Reads what {@link #privateKey} returns, or the PKCS #8 in base64 that earlier versions stored.
     *
     * @throws GeneralSecurityException if {@code privateKey} is not a private key
     */
    public static DeviceKeyPair of(Secret privateKey) throws GeneralSecurityException {
        try {
            return new DeviceKeyPair(
                    privateKey.value().startsWith("{")
                            ? (EcPrivateJwk) Jwks.parser().build().parse(privateKey.value())
                            : Jwks.builder().key(pkcs8(privateKey.value())).build());
        } catch (JwtException | IllegalArgumentException | ClassCastException e) {
            throw new GeneralSecurityException("not a private key", e);
        }
    }

    /** Returns the public key, which the server knows. */
    public DeviceKey publicKey() {
        return DeviceKey.of(jwk.toPublicJwk().toKey());
    }

    /** Returns both halves as a JWK, as they are stored. They never leave the device. */
    public Secret privateKey() {
        return new Secret(Jwks.UNSAFE_JSON(jwk));
    }

    /**
     * Signs a challenge (ES256, RFC 7518 section 3.4); returns the signature in base64url.
     *
     * @throws GeneralSecurityException if the private key is invalid
     */
    public String proof(byte[] challenge) throws GeneralSecurityException {
        return DeviceKey.sign(jwk.toKey(), challenge);
    }

    /**
     * Signs the proof of an HTTP call.
     *
     * @throws GeneralSecurityException if the private key is invalid
     */
    public String prove(Dpop.Claims claims) throws GeneralSecurityException {
        return Dpop.proof(jwk.toKey(), publicKey(), claims);
    }

    private static ECPrivateKey pkcs8(String base64) throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(base64);
        return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }
}
