package coderbased.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files of the server's own TLS: a certificate with those that lead to its issuer, in any order, and its private
 * key, each in PEM as certificate authorities hand them out. Both may be one file.
 */
public record Tls(Path certificate, Path key) {

    /**
     * Reads both.
     *
     * @throws TlsProblem if they are not what they should be; the message says which, and what to do
     */
    public TlsKeys load() {
        List<X509Certificate> certificates = certificates();
        PemBlock block = keyBlock();
        GeneralSecurityException unreadable = null;
        boolean isReadable = false;
        for (X509Certificate candidate : certificates) {
            try {
                PrivateKey own = PrivateKeys.read(block, candidate.getPublicKey());
                isReadable = true;
                if (PrivateKeys.match(own, candidate.getPublicKey())) {
                    return new TlsKeys(own, chain(candidate, certificates));
                }
            } catch (GeneralSecurityException e) {
                unreadable = e;
            }
        }
        if (isReadable || !block.label().equals("PRIVATE KEY")) {
            throw new TlsProblem(
                    "--tls-cert " + certificate + " and --tls-key " + key
                            + " cannot be used together: the key belongs to another certificate.",
                    unreadable);
        }
        throw new TlsProblem(
                "--tls-key: " + key + " contains no private key that can be used: RSA, EC or Ed25519 in PEM.",
                unreadable);
    }

    /** Returns the certificates from the server's own to the last known issuer; others are left out. */
    private static List<X509Certificate> chain(X509Certificate own, List<X509Certificate> all) {
        List<X509Certificate> chain = new ArrayList<>(List.of(own));
        Optional<X509Certificate> next = issuer(own, all);
        while (next.isPresent() && !chain.contains(next.get())) {
            chain.add(next.get());
            next = issuer(next.get(), all);
        }
        return chain;
    }

    private static Optional<X509Certificate> issuer(X509Certificate of, List<X509Certificate> all) {
        return all.stream()
                .filter(other -> other.getSubjectX500Principal().equals(of.getIssuerX500Principal()))
                .filter(other -> isSigned(of, other))
                .findFirst();
    }

    private static boolean isSigned(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private List<X509Certificate> certificates() {
        try {
            List<X509Certificate> found = new ArrayList<>();
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (PemBlock block : PemBlock.in(certificate)) {
                if (block.isCertificate()) {
                    found.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.bytes())));
                }
            }
            if (found.isEmpty()) {
                throw new GeneralSecurityException("no certificate was found");
            }
            return found;
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsProblem(
                    "--tls-cert: " + certificate + " contains no certificate in PEM: " + reason(e) + ".", e);
        }
    }

    private PemBlock keyBlock() {
        try {
            PemBlock found = PemBlock.in(key).stream()
                    .filter(PemBlock::isPrivateKey)
                    .findFirst()
                    .orElseThrow(() -> new GeneralSecurityException("no private key was found"));
            if (found.isEncrypted()) {
                throw new TlsProblem(
                        "--tls-key: the private key in " + key + " is encrypted, and the server has no password for it."
                                + " Write it without one, readable for the server alone: openssl pkey -in FILE -out"
                                + " FILE",
                        null);
            }
            return found;
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsProblem("--tls-key: " + key + " contains no private key in PEM: " + reason(e) + ".", e);
        }
    }

    private static String reason(Exception e) {
        return e instanceof NoSuchFileException ? "there is no such file" : String.valueOf(e.getMessage());
    }
}
