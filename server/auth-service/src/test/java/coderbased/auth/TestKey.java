package coderbased.auth;

import coderbased.auth.tokens.DpopCredentials;
import coderbased.http.RequestTarget;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.Dpop;
import coderbased.protocol.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;

/** The key pair that a device makes for itself. */
public final class TestKey {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair pair;

    /** A new one. */
    public TestKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns what the server is told of it. */
    public DeviceKey publicHalf() {
        return DeviceKey.of((ECPublicKey) pair.getPublic());
    }

    /** Returns what a device presents on some HTTP call. */
    public DpopCredentials present(String token, Instant now) {
        RequestTarget asked = new RequestTarget("GET", "chat.example.org", "/");
        return present(
                asked,
                token,
                Dpop.Claims.of(freshId(), "GET", URI.create("https://chat.example.org/"), token, now, null));
    }

    DpopCredentials present(RequestTarget asked, String token, Dpop.Claims claims) {
        return new DpopCredentials(new Secret(token), new Secret(proof(claims)), asked);
    }

    /** The headers of an HTTP call in the name of the token's session. */
    public String[] headers(String method, URI address, String token, Instant now) {
        return new String[] {
            "Authorization",
            Dpop.SCHEME + " " + token,
            Dpop.HEADER,
            proof(Dpop.Claims.of(freshId(), method, address, token, now, null))
        };
    }

    String proof(Dpop.Claims claims) {
        try {
            return Dpop.proof(pair.getPrivate(), publicHalf(), claims);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** Any text, followed by its signature. */
    String signed(String text) {
        try {
            return text + "." + DeviceKey.sign(pair.getPrivate(), text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String freshId() {
        return Long.toUnsignedString(RANDOM.nextLong(), 36);
    }

    /** The proof of a re-initialisation. */
    public String prove(String serverId, String nonce, String token) {
        try {
            return DeviceKey.sign(pair.getPrivate(), DeviceKey.challengeBytes(serverId, nonce, token));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
