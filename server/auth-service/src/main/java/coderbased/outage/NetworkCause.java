package coderbased.outage;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * The causes for which a connection to something that the server stands on cannot be made. Each has the middle of a
 * sentence in words, without a class's name.
 */
public enum NetworkCause {
    HOST_UNKNOWN("no address was found for its host"),
    REFUSED("nothing listens at its host and port"),
    SILENT("its host does not answer"),
    EXPIRED("its TLS certificate has expired, or is not valid yet"),
    OTHER_NAME("its TLS certificate is for another host name"),
    UNTRUSTED("its TLS certificate is signed by an authority that this machine does not trust"),
    NO_TLS("it does not speak TLS at that port"),
    TLS_REFUSED("no TLS connection could be agreed on");

    private final String words;

    NetworkCause(String words) {
        this.words = words;
    }

    /** Returns the cause in words, as the part of a sentence. */
    public String words() {
        return words;
    }

    /** Returns the cause of a failure; empty if the network is not its cause. */
    public static Optional<NetworkCause> of(Throwable failure) {
        Optional<NetworkCause> found = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<NetworkCause> deeper = ofOne(cause);
            if (deeper.isPresent()) {
                found = deeper;
            }
        }
        return found;
    }

    private static Optional<NetworkCause> ofOne(Throwable e) {
        return Optional.ofNullable(
                switch (e) {
                    case UnknownHostException _ -> HOST_UNKNOWN;
                    case SocketTimeoutException _, TimeoutException _, NoRouteToHostException _ -> SILENT;
                    case ConnectException late when says(late, "timed out") -> SILENT;
                    case ConnectException _ -> REFUSED;
                    case CertificateExpiredException _, CertificateNotYetValidException _ -> EXPIRED;
                    case CertPathBuilderException _, CertPathValidatorException _ -> UNTRUSTED;
                    case CertificateException other
                    when says(other, "no subject alternative", "no name matching") -> OTHER_NAME;
                    case SSLException plain
                    when says(plain, "not an ssl/tls record", "unrecognized ssl message") -> NO_TLS;
                    case SSLException _, CertificateException _ -> TLS_REFUSED;
                    default -> null;
                });
    }

    /** The Java platform tells some causes apart in words only, which are always English. */
    private static boolean says(Exception e, String... parts) {
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return Stream.of(parts).anyMatch(text::contains);
    }
}
