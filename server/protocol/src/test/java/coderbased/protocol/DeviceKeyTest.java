package coderbased.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceKeyTest {

    @Test
    void aProofIsGoodForItsKeyServerNonceAndTokenOnly() throws Exception {
        KeyPair pair = pair();
        DeviceKey key = DeviceKey.of((ECPublicKey) pair.getPublic());
        String proof = sign(pair, DeviceKey.challengeBytes("S", "n", "t"));

        assertTrue(key.verifies(DeviceKey.challengeBytes("S", "n", "t"), proof));
        assertFalse(key.verifies(DeviceKey.challengeBytes("X", "n", "t"), proof));
        assertFalse(key.verifies(DeviceKey.challengeBytes("S", "x", "t"), proof));
        assertFalse(key.verifies(DeviceKey.challengeBytes("S", "n", "x"), proof));
        assertFalse(DeviceKey.of((ECPublicKey) pair().getPublic())
                .verifies(DeviceKey.challengeBytes("S", "n", "t"), proof));
        assertFalse(key.verifies(DeviceKey.challengeBytes("S", "n", "t"), "not a proof"));
    }

    @Test
    void aSignatureHasOneSpelling() throws Exception {
        KeyPair pair = pair();
        DeviceKey key = DeviceKey.of((ECPublicKey) pair.getPublic());
        byte[] signed = {1, 2, 3};
        String good = sign(pair, signed);
        byte[] bytes = Base64.getUrlDecoder().decode(good);
        assertTrue(key.verifies(signed, good));
        for (String other : List.of(
                good + "=",
                good + "==",
                " " + good,
                good + " ",
                good + "\n",
                good + "A",
                withSpareBits(good),
                Base64.getEncoder().encodeToString(bytes),
                Base64Url.encode(Arrays.copyOf(bytes, 63)),
                Base64Url.encode(Arrays.copyOf(bytes, 65)),
                Base64Url.encode(Arrays.copyOfRange(bytes, 1, 64)),
                Base64Url.encode(new byte[64]),
                "")) {
            assertFalse(key.verifies(signed, other), other);
        }
    }

    @Test
    void aKeyHasOneSpelling() throws Exception {
        DeviceKey good = DeviceKey.of((ECPublicKey) pair().getPublic());
        for (String x : List.of(good.x() + "=", " " + good.x(), withSpareBits(good.x()))) {
            assertThrows(
                    GeneralSecurityException.class, () -> new DeviceKey("EC", "P-256", x, good.y()).publicKey(), x);
        }
    }

    @Test
    void coordinatesKeepTheirLeadingZeros() throws Exception {
        for (int i = 0; i < 600; i++) {
            KeyPair pair = pair();
            assertEquals(
                    pair.getPublic(),
                    DeviceKey.of((ECPublicKey) pair.getPublic()).publicKey());
        }
    }

    @Test
    void thePointHasToBeOnTheCurve() throws Exception {
        DeviceKey good = DeviceKey.of((ECPublicKey) pair().getPublic());
        DeviceKey off = new DeviceKey("EC", "P-256", good.x(), good.x());
        assertThrows(GeneralSecurityException.class, off::publicKey);
        assertThrows(
                GeneralSecurityException.class, () -> new DeviceKey("RSA", "P-256", good.x(), good.y()).publicKey());
        assertThrows(GeneralSecurityException.class, () -> new DeviceKey("EC", "P-256", "AA", good.y()).publicKey());
    }

    /** The point (0, y) is on the curve; so would be (p, y) to a reader that counts modulo p. */
    @Test
    void coordinateIsBelowTheFieldsPrime() throws Exception {
        String y = "ZkhceA4vg9ckM71dhKBrtlQcKvMdrocXKL-FahdPk_Q";
        String p = "_____wAAAAEAAAAAAAAAAAAAAAD_______________8";
        assertEquals(
                DeviceKey.of(new DeviceKey("EC", "P-256", "A".repeat(43), y).publicKey()),
                new DeviceKey("EC", "P-256", "A".repeat(43), y));
        assertThrows(GeneralSecurityException.class, () -> new DeviceKey("EC", "P-256", p, y).publicKey());
    }

    @Test
    void hostileKeysAreRefused() throws Exception {
        DeviceKey good = DeviceKey.of((ECPublicKey) pair().getPublic());
        byte[] x = Base64Url.decode(good.x());
        byte[] longer = new byte[33];
        System.arraycopy(x, 0, longer, 1, 32);
        for (DeviceKey bad : List.of(
                new DeviceKey("EC", "P-384", good.x(), good.y()),
                new DeviceKey("EC", "p-256", good.x(), good.y()),
                new DeviceKey("EC", "secp256r1", good.x(), good.y()),
                new DeviceKey("EC", "secp256k1", good.x(), good.y()),
                new DeviceKey("EC", "Ed25519", good.x(), good.y()),
                new DeviceKey("OKP", "P-256", good.x(), good.y()),
                new DeviceKey("oct", "P-256", good.x(), good.y()),
                new DeviceKey("ec", "P-256", good.x(), good.y()),
                new DeviceKey("", "", "", ""),
                new DeviceKey("EC", "P-256", Base64Url.encode(longer), good.y()),
                new DeviceKey("EC", "P-256", Base64Url.encode(Arrays.copyOf(x, 31)), good.y()),
                new DeviceKey("EC", "P-256", "A".repeat(43), "A".repeat(43)),
                new DeviceKey("EC", "P-256", "_".repeat(42) + "8", "_".repeat(42) + "8"),
                new DeviceKey("EC", "P-256", "Af".repeat(30_000), "Af".repeat(30_000)),
                new DeviceKey("EC", "P-256", good.x().substring(0, 42) + "*", good.y()),
                new DeviceKey("EC", "P-256", good.x() + "\n", good.y()))) {
            assertThrows(GeneralSecurityException.class, bad::publicKey, bad.toString());
            assertFalse(bad.verifies(new byte[] {1}, Base64Url.encode(new byte[64])), bad.toString());
        }
    }

    @Test
    void theThumbprintIsThatOfTheStandard() {
        // RFC 9449 section 6.1 names the thumbprint of the key in its section 4.1.
        DeviceKey key = new DeviceKey(
                "EC",
                "P-256",
                "l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs",
                "9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA");
        assertEquals("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I", key.thumbprint());
    }

    /** The same bytes for a lenient reader: the last character has bits that stand for nothing. */
    private static String withSpareBits(String text) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(text.charAt(text.length() - 1));
        return text.substring(0, text.length() - 1) + alphabet.charAt(last + 1);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String sign(KeyPair pair, byte[] bytes) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(pair.getPrivate());
        signature.update(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }
}
