package coderbased.auth.tokens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A P-256 key pair as text: two PEM blocks (RFC 7468), private then public. */
final class SigningKeyPem {

    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int LINE_CHARS = 64;

    private SigningKeyPem() {}

    /** A new key pair. */
    static String make() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return block(PRIVATE, pair.getPrivate().getEncoded())
                    + block(PUBLIC, pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads what {@link #make} wrote.
     *
     * @throws GeneralSecurityException where it is something else
     */
    static KeyPair read(String pem) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("EC");
        PrivateKey privateKey = keys.generatePrivate(new PKCS8EncodedKeySpec(content(pem, PRIVATE)));
        PublicKey publicKey = keys.generatePublic(new X509EncodedKeySpec(content(pem, PUBLIC)));
        return new KeyPair(publicKey, privateKey);
    }

    private static String block(String kind, byte[] content) {
        byte[] newLine = "\n".getBytes(StandardCharsets.US_ASCII);
        String base64 = Base64.getMimeEncoder(LINE_CHARS, newLine).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
    }

    private static byte[] content(String pem, String kind) throws GeneralSecurityException {
        Matcher block = Pattern.compile("-----BEGIN " + kind + "-----([^-]+)-----END " + kind + "-----")
                .matcher(pem);
        if (!block.find()) {
            throw new InvalidKeySpecException("no " + kind + " in it");
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
