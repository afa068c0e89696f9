package coderbased.lab;

import coderbased.protocol.DeviceKey;
import coderbased.protocol.Dpop;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;

/** The key pair of one device of the lab. */
record Keys(KeyPair pair) {

    static Keys make(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return new Keys(generator.generateKeyPair());
    }

    DeviceKey publicHalf() {
        return DeviceKey.of((ECPublicKey) pair.getPublic());
    }

    /** The headers of a call that the token's own device makes now. */
    String[] headers(String id, String method, URI address, String token, Instant now) throws GeneralSecurityException {
        Dpop.Claims claims = Dpop.Claims.of(id, method, address, token, now, null);
        return new String[] {
            "Authorization", Dpop.SCHEME + " " + token, Dpop.HEADER, Dpop.proof(pair.getPrivate(), publicHalf(), claims)
        };
    }

    /** The proof that a challenge asks for. */
    String prove(String serverId, String nonce, String token) throws GeneralSecurityException {
        return DeviceKey.sign(pair.getPrivate(), DeviceKey.challengeBytes(serverId, nonce, token));
    }
}
