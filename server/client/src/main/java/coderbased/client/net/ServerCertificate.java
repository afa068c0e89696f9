package coderbased.client.net;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Certificate by which a server identified itself.
 *
 * @param fingerprint SHA-256 of the whole certificate, 64 hexadecimal digits in upper case
 * @param from beginning of its validity
 * @param until end of its validity
 */
public record ServerCertificate(String fingerprint, Instant from, Instant until) {

    private static final int PAIRS = 8;

    static ServerCertificate of(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new ServerCertificate(
                    HexFormat.of().withUpperCase().formatHex(digest),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant());
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("a certificate has no fingerprint", e);
        }
    }

    /** Returns the fingerprint for comparison by eye: pairs as in {@code openssl x509 -fingerprint}, in four groups. */
    public String groups() {
        return grouped(fingerprint);
    }

    static String grouped(String fingerprint) {
        return fingerprint.replaceAll("..(?=.)", "$0:").replaceAll("((?:..:){" + (PAIRS - 1) + "}..):", "$1 ");
    }
}
