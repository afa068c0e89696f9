package coderbased.bus;

import coderbased.protocol.Secret;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The address of a Redis, and who is trusted there.
 *
 * @param url {@code redis://…}, or {@code rediss://…} for TLS; may contain a password
 * @param authority a file with the certificates, in PEM, of the authorities that sign its certificate; null for those
 *     that the machine trusts
 */
public record RedisAddress(Secret url, @Nullable Path authority) {

    /** A Redis whose certificate, if it has one, the machine trusts. */
    public static RedisAddress of(String url) {
        return new RedisAddress(new Secret(url), null);
    }

    /**
     * Checks the form of the address, and the file of the authority.
     *
     * @throws IOException if one of them cannot be used; the message says which, without a password
     */
    public void requireReadable() throws IOException {
        try {
            uri();
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "--bus: this is not the address of a Redis server. Example: redis://user:password@host:6379", e);
        }
        if (authority == null) {
            return;
        }
        try (InputStream in = Files.newInputStream(authority)) {
            if (CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()) {
                throw new CertificateException("empty");
            }
        } catch (CertificateException e) {
            throw new IOException("--bus-ca: " + authority + " holds no certificate in PEM.", e);
        } catch (IOException e) {
            throw new IOException("--bus-ca: " + authority + " cannot be read.", e);
        }
    }

    RedisURI uri() {
        return RedisURI.create(url.value());
    }

    SslOptions trust(Duration within) {
        SslOptions.Builder trust = SslOptions.builder().jdkSslProvider().handshakeTimeout(within);
        return authority == null
                ? trust.build()
                : trust.trustManager(authority.toFile()).build();
    }
}
