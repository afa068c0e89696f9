package coderbased.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The server's own TLS: a certificate, with those that lead to its issuer, and its private key, each a PEM file as
 * certificate authorities hand them out.
 */
public record Tls(Path certificate, Path key) {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /**
     * Reads both.
     *
     * @throws StartupException where they are not what they should be; the message says which, and what to do
     */
    KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            PrivateKey own = privateKey();
            Certificate[] chain = chain();
            requireOneAnothers(own, chain[0].getPublicKey());
            store.setKeyEntry("server", own, new char[0], chain);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw refused("--tls-cert " + certificate + " and --tls-key " + key + " cannot be used together", e);
        }
    }

    /** A server with a key of another certificate would start, and then refuse everybody. */
    private static void requireOneAnothers(PrivateKey own, PublicKey certified) throws GeneralSecurityException {
        Signature signature =
                Signature.getInstance(own.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
        signature.initSign(own);
        byte[] signed = signature.sign();
        try {
            signature.initVerify(certified);
            if (signature.verify(signed)) {
                return;
            }
        } catch (InvalidKeyException | SignatureException e) {
            throw new GeneralSecurityException("the key belongs to another certificate", e);
        }
        throw new GeneralSecurityException("the key belongs to another certificate");
    }

    private Certificate[] chain() {
        try (InputStream pem = Files.newInputStream(certificate)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(pem)
                    .toArray(Certificate[]::new);
            if (chain.length == 0) {
                throw new GeneralSecurityException("no certificate was found");
            }
            return chain;
        } catch (GeneralSecurityException | IOException e) {
            throw refused("--tls-cert: " + certificate + " contains no certificate in PEM", e);
        }
    }

    private PrivateKey privateKey() {
        try {
            String pem = Files.readString(key);
            int from = pem.indexOf(BEGIN);
            int to = pem.indexOf(END);
            if (from < 0 || to < from) {
                throw new InvalidKeySpecException("it does not begin with " + BEGIN);
            }
            byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(from + BEGIN.length(), to));
            return read(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw refused(
                    "--tls-key: " + key + " contains no private key in PEM (PKCS #8, not encrypted;"
                            + " convert other kinds with openssl pkcs8 -topk8 -nocrypt)",
                    e);
        }
    }

    private static PrivateKey read(PKCS8EncodedKeySpec encoded) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(encoded);
        } catch (InvalidKeySpecException _) {
            return KeyFactory.getInstance("RSA").generatePrivate(encoded);
        }
    }

    private static StartupException refused(String what, Exception why) {
        String because = why instanceof NoSuchFileException ? "there is no such file" : why.getMessage();
        return new StartupException(ExitCode.REFUSED_SETTING, what + ": " + because + ".", why);
    }
}
