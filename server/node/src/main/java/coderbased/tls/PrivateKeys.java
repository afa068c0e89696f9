package coderbased.tls;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.List;

/** Reader of private keys in the three encodings that PEM files have: PKCS #8, PKCS #1 (RSA) and SEC 1 (EC). */
final class PrivateKeys {

    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "RSASSA-PSS", "EdDSA");
    private static final byte[] VERSION = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int LONG_LENGTH = 0x80;
    private static final int PSS_SALT_BYTES = 32;

    private PrivateKeys() {}

    /**
     * Returns the key.
     *
     * @param certified key of a certificate; the older encodings leave the algorithm to it
     * @throws GeneralSecurityException if this is no key, or none of that algorithm
     */
    static PrivateKey read(PemBlock block, PublicKey certified) throws GeneralSecurityException {
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(
                block.label().equals("PRIVATE KEY") ? block.bytes() : wrapped(block, certified));
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException _) {
                // A key of another algorithm.
            }
        }
        throw new InvalidKeySpecException("this kind of key is not known");
    }

    /** True if both are halves of one pair. */
    static boolean match(PrivateKey own, PublicKey certified) {
        byte[] sample = {1};
        try {
            Signature signature = signature(own.getAlgorithm());
            signature.initSign(own);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static Signature signature(String algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case "EC" -> Signature.getInstance("SHA256withECDSA");
            case "RSA" -> Signature.getInstance("SHA256withRSA");
            case "RSASSA-PSS" -> {
                Signature pss = Signature.getInstance(algorithm);
                pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSS_SALT_BYTES, 1));
                yield pss;
            }
            default -> Signature.getInstance(algorithm);
        };
    }

    /** Puts the algorithm of the certificate beside the bare key, as PKCS #8 does (RFC 5208 section 5). */
    private static byte[] wrapped(PemBlock block, PublicKey certified) {
        byte[] info = certified.getEncoded();
        int algorithm = content(info, 0);
        int end = content(info, algorithm) + length(info, algorithm);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(VERSION);
        body.writeBytes(Arrays.copyOfRange(info, algorithm, end));
        body.writeBytes(element(OCTETS, block.bytes()));
        return element(SEQUENCE, body.toByteArray());
    }

    /** Returns the offset of the content of the DER element at that offset (X.690 section 8.1). */
    private static int content(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        return at + 2 + (first < LONG_LENGTH ? 0 : first - LONG_LENGTH);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        if (first < LONG_LENGTH) {
            return first;
        }
        int length = 0;
        for (int i = at + 2; i < content(der, at); i++) {
            length = (length << 8) | (der[i] & 0xFF);
        }
        return length;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        if (content.length < LONG_LENGTH) {
            element.write(content.length);
        } else {
            element.write(LONG_LENGTH + 2);
            element.write(content.length >> 8);
            element.write(content.length);
        }
        element.writeBytes(content);
        return element.toByteArray();
    }
}
