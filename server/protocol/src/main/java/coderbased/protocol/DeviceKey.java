package coderbased.protocol;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;

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

    /** The JWK of a P-256 public key. */
    public static DeviceKey of(ECPublicKey key) {
        ECPoint point = key.getW();
        return new DeviceKey("EC", "P-256", coordinate(point.getAffineX()), coordinate(point.getAffineY()));
    }

    /**
     * The key itself.
     *
     * @throws GeneralSecurityException where this is no point of the curve
     */
    public PublicKey publicKey() throws GeneralSecurityException {
        if (!"EC".equals(kty) || !"P-256".equals(crv)) {
            throw new GeneralSecurityException("only P-256 keys are understood");
        }
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(number(x), number(y));
        ECParameterSpec parameters = curve.getParameterSpec(ECParameterSpec.class);
        requireOnCurve(point, parameters);
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, parameters));
    }

    /** The key's name in tokens ({@code cnf.jkt}): the SHA-256 thumbprint of RFC 7638, base64url. */
    public String thumbprint() {
        String canonical = "{\"crv\":\"" + crv + "\",\"kty\":\"" + kty + "\",\"x\":\"" + x + "\",\"y\":\"" + y + "\"}";
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return Base64Url.encode(hash);
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
            Signature check = Signature.getInstance(SIGNATURE);
            check.initVerify(publicKey());
            check.update(signed);
            byte[] bytes = Base64Url.decode(proof);
            return bytes.length == SIGNATURE_BYTES && check.verify(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
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

    /** The JCA name of the signature that {@link #verifies} checks. */
    public static String signatureAlgorithm() {
        return SIGNATURE;
    }

    private static void requireOnCurve(ECPoint point, ECParameterSpec parameters) throws GeneralSecurityException {
        BigInteger p = ((java.security.spec.ECFieldFp) parameters.getCurve().getField()).getP();
        BigInteger px = point.getAffineX();
        BigInteger py = point.getAffineY();
        BigInteger right = px.pow(3)
                .add(parameters.getCurve().getA().multiply(px))
                .add(parameters.getCurve().getB())
                .mod(p);
        if (px.compareTo(p) >= 0 || py.compareTo(p) >= 0 || !py.pow(2).mod(p).equals(right)) {
            throw new GeneralSecurityException("not a point of P-256");
        }
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return Base64Url.encode(fixed);
    }

    private static BigInteger number(String coordinate) throws GeneralSecurityException {
        try {
            byte[] bytes = Base64Url.decode(coordinate);
            if (bytes.length != COORDINATE_BYTES) {
                throw new GeneralSecurityException("a coordinate has 32 bytes");
            }
            return new BigInteger(1, bytes);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("a coordinate is base64url", e);
        }
    }
}
