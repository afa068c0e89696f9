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
 * P-256 key pair that a device generates for one session only.
 *
 * @param publicKey public key, known to the server
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
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Signs a challenge (ES256, RFC 7518 section 3.4); returns the signature in base64url.
     *
     * @throws GeneralSecurityException if {@code privateKey} is not a private key
     */
    public static String proof(String privateKey, byte[] challenge) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(DeviceKey.signatureAlgorithm());
        signature.initSign(read(privateKey));
        signature.update(challenge);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    /**
     * Recovers the key pair from a private key. Java does not derive public keys, but ECDH with the curve's generator
     * gives the first coordinate; the second is one of two square roots.
     *
     * @throws GeneralSecurityException if {@code privateKey} is not a private key
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
        // A square root modulo p, because p mod 4 is 3.
        BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        DeviceKey one = publicKey(new ECPoint(x, y), curve);
        byte[] sample = {1};
        return new DeviceKeyPair(
                one.verifies(sample, proof(privateKey, sample)) ? one : publicKey(new ECPoint(x, p.subtract(y)), curve),
                privateKey);
    }

    /**
     * Signs the proof of an HTTP call.
     *
     * @throws GeneralSecurityException if the private key is invalid
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
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not a private key", e);
        }
    }

    /** Omits the private key. */
    @Override
    public String toString() {
        return "DeviceKeyPair[" + publicKey.thumbprint() + "]";
    }
}
