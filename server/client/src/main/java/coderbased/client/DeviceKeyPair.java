package coderbased.client;

import coderbased.protocol.DeviceKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The P-256 key pair that a device makes for one session and never uses for another.
 *
 * @param publicKey what the server is told
 * @param privateKey PKCS #8 in base64; never leaves the device
 */
record DeviceKeyPair(DeviceKey publicKey, String privateKey) {

    static DeviceKeyPair make(SecureRandom random) {
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
    static String proof(String privateKey, byte[] challenge) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(DeviceKey.signatureAlgorithm());
        signature.initSign(read(privateKey));
        signature.update(challenge);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
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
