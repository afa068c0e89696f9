package coderbased.protocol;

import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.security.EcPublicJwk;
import io.jsonwebtoken.security.Jwks;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Map;

/**
 * The public half of the P-256 key pair that a device makes for itself, as a JWK (RFC 7517, RFC 7518 section 6.2).
 *
 * @param kty always {@code EC}
 * @param crv always {@code P-256}
 * @param x base64url, 32 bytes
 * @param y base64url, 32 bytes
 */
public record DeviceKey(String kty, String crv, String x, String y) {

    private static final int COORDINATE_BYTES = 32;
    private static final int SIGNATURE_BYTES = 64;
    private static final String SIGNATURE = "SHA256withECDSAinP1363Format";

    /** The same signature in the format that native providers have, too. */
    private static final String DER_SIGNATURE = "SHA256withECDSA";

    private static final byte DER_SEQUENCE = 0x30;
    private static final byte DER_INTEGER = 0x02;

    /** The JWK of a P-256 public key. */
    public static DeviceKey of(ECPublicKey key) {
        EcPublicJwk jwk = Jwks.builder().key(key).build();
        return new DeviceKey(member(jwk, "kty"), member(jwk, "crv"), member(jwk, "x"), member(jwk, "y"));
    }

    /**
     * Returns the key itself.
     *
     * @throws GeneralSecurityException if this is no point of the curve, or is written in another way than {@link #of}
     *     does
     */
    public ECPublicKey publicKey() throws GeneralSecurityException {
        return jwk().toKey();
    }

    /**
     * Returns the key's name in tokens ({@code cnf.jkt}): the SHA-256 thumbprint of RFC 7638, base64url.
     *
     * @throws IllegalStateException if this is no key
     */
    public String thumbprint() {
        try {
            return jwk().thumbprint().toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * True if {@code proof} (base64url, ES256 as in RFC 7518 section 3.4: 64 bytes) is this key's signature of
     * {@code signed}.
     */
    public boolean verifies(byte[] signed, String proof) {
        try {
            byte[] bytes = Base64Url.decode(proof);
            if (bytes.length != SIGNATURE_BYTES) {
                return false;
            }
            Signature check = Signature.getInstance(DER_SIGNATURE);
            check.initVerify(publicKey());
            check.update(signed);
            return check.verify(der(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    /**
     * Returns the signature that {@link #verifies} accepts.
     *
     * @throws GeneralSecurityException if this is no private key for it
     */
    public static String sign(PrivateKey key, byte[] bytes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(SIGNATURE);
        signature.initSign(key);
        signature.update(bytes);
        return Base64Url.encode(signature.sign());
    }

    /**
     * Returns the bytes that a device signs at a re-initialisation to prove that it holds its key.
     *
     * @param serverId the server it means to talk to, so that a proof is worth nothing elsewhere
     * @param nonce the server's challenge of this very connection
     * @param token the token it presents
     */
    public static byte[] challengeBytes(String serverId, String nonce, String token) {
        return ("coderbased re-initialise\n" + serverId + "\n" + nonce + "\n" + token).getBytes(StandardCharsets.UTF_8);
    }

    /** Lets the library find the key. It accepts padding and other lengths, so the spelling is checked first. */
    EcPublicJwk jwk() throws GeneralSecurityException {
        requireCoordinate(x);
        requireCoordinate(y);
        try {
            if ("P-256".equals(crv)
                    && Jwks.builder()
                                    .add(Map.of("kty", kty, "crv", crv, "x", x, "y", y))
                                    .build()
                            instanceof EcPublicJwk jwk) {
                return jwk;
            }
        } catch (JwtException e) {
            throw new GeneralSecurityException("not a point of P-256", e);
        }
        throw new GeneralSecurityException("only P-256 keys are understood");
    }

    /** Returns a signature of two numbers of 32 bytes as the DER sequence of RFC 3279 section 2.2.3. */
    private static byte[] der(byte[] numbers) {
        byte[] r = new BigInteger(1, numbers, 0, COORDINATE_BYTES).toByteArray();
        byte[] s = new BigInteger(1, numbers, COORDINATE_BYTES, COORDINATE_BYTES).toByteArray();
        return ByteBuffer.allocate(6 + r.length + s.length)
                .put(DER_SEQUENCE)
                .put((byte) (4 + r.length + s.length))
                .put(DER_INTEGER)
                .put((byte) r.length)
                .put(r)
                .put(DER_INTEGER)
                .put((byte) s.length)
                .put(s)
                .array();
    }

    private static void requireCoordinate(String text) throws GeneralSecurityException {
        try {
            if (Base64Url.decode(text).length == COORDINATE_BYTES) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("a coordinate is base64url", e);
        }
        throw new GeneralSecurityException("a coordinate has 32 bytes");
    }

    private static String member(EcPublicJwk jwk, String name) {
        return String.valueOf(jwk.get(name));
    }
}
