package coderbased.auth;

import coderbased.protocol.DeviceKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** The key pair that a device makes for itself. */
final class TestKey {

    private final KeyPair pair;

    TestKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasP256) {
            throw new AssertionError(everyJavaHasP256);
        }
    }

    DeviceKey publicHalf() {
        return DeviceKey.of((ECPublicKey) pair.getPublic());
    }

    /** The proof of a re-initialisation. */
    String prove(String serverId, String nonce, String token) {
        try {
            Signature signature = Signature.getInstance(DeviceKey.signatureAlgorithm());
            signature.initSign(pair.getPrivate());
            signature.update(DeviceKey.challengeBytes(serverId, nonce, token));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException everyJavaSignsEs256) {
            throw new AssertionError(everyJavaSignsEs256);
        }
    }
}
