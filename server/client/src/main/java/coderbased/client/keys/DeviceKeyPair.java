package coderbased.client.keys;

import coderbased.protocol.DeviceKey;
import coderbased.protocol.Dpop;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.crypto.KeyAgreement;

/**
 * The P-256 key pair that a device makes for one session and never uses for another.
 *
 * @param publicKey what the server is told
 * @param privateKey PKCS #8 in base64; never leaves the device
 */
public record DeviceKeyPair(DeviceKey publicKey, String privateKey) {

    public static DeviceKeyPair make(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            String encoded =
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            return new DeviceKeyPair(DeviceKey.of((ECPublicKey) pair.getPublic()), encoded);
        } catch (GeneralSecurityException everyJavaHasP256) {
            throw new IllegalStateException(everyJavaHasP256);
        }
    }

    /**
     * The proof of RFC 7518 section 3.4 (ES256, base64url) that {@code challenge} was answered with that key.
     *
     * @throws GeneralSecurityException where {@code privateKey} is none
     */
    public static String proof(String privateKey, byte[] challenge) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(DeviceKey.signatureAlgorithm());
        signature.initSign(read(privateKey));
        signature.update(challenge);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    /**
     * The pair that a private key belongs to. Java can not be asked for the public half, but for what the key makes of the
     * curve's generator: that is its first coordinate, and the second is one of two that the curve has there.
     *
     * @throws GeneralSecurityException where {@code privateKey} is none
     */
    public static DeviceKeyPair of(String privateKey) throws GeneralSecurityException {
        ECPrivateKey key = (ECPrivateKey) read(privateKey);
        ECParameterSpec curve = key.getParams();
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key);
        agreement.doPhase(
                KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(curve.getGenerator(), curve)), true);
        BigInteger x = new BigInteger(1, agreement.generateSecret());
        BigInteger square = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB())
                .mod(p);
        // A square root modulo p, since p leaves 3 when divided by 4.
        BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        DeviceKey one = publicKey(new ECPoint(x, y), curve);
        byte[] sample = {1};
        return new DeviceKeyPair(
                one.verifies(sample, proof(privateKey, sample)) ? one : publicKey(new ECPoint(x, p.subtract(y)), curve),
                privateKey);
    }

    /**
     * The proof of an HTTP call.
     *
     * @throws GeneralSecurityException where the private half is none
     */
    public String prove(Dpop.Claims claims) throws GeneralSecurityException {
        return Dpop.proof(read(privateKey), publicKey, claims);
    }

    private static DeviceKey publicKey(ECPoint point, ECParameterSpec curve) throws GeneralSecurityException {
        return DeviceKey.of(
                (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve)));
    }

    private static PrivateKey read(String privateKey) throws GeneralSecurityException {
        try {
            byte[] encoded = Base64.getDecoder().decode(privateKey);
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException("not a private key", notBase64);
        }
    }

    /** Leaves the private half out. */
    @Override
    public String toString() {
        return "DeviceKeyPair[" + publicKey.thumbprint() + "]";
    }
}
