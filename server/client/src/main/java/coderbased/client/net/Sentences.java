package coderbased.client.net;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** The client's own messages to the user about network failures. */
public final class Sentences {

    private Sentences() {}

    static String connectionLost() {
        return MESSAGES.text("connection.lost");
    }

    /** Returns the message for a server that does not answer in time. */
    public static String noAnswer() {
        return MESSAGES.text("connection.noAnswer");
    }

    /** Returns the message for an answer that does not follow the protocol. */
    public static String notUnderstood() {
        return MESSAGES.text("connection.notUnderstood");
    }

    static String unexpected() {
        return MESSAGES.text("connection.unexpected");
    }

    static String unreachable(ServerAddress server) {
        return MESSAGES.text("connection.unreachable", "server", server);
    }

    static String notOurs(ServerAddress server, int status) {
        return MESSAGES.text("connection.notOurs", "server", server, "status", Integer.toString(status));
    }

    /** Returns the message for a connection that could not be made. Asks the server what it speaks; may block. */
    static String cannotConnect(ServerAddress server, Throwable why) {
        List<Throwable> causes =
                Stream.iterate(why, Objects::nonNull, Throwable::getCause).toList();
        if (causes.stream().anyMatch(ConnectException.class::isInstance)) {
            return unreachable(server);
        }
        if (!server.isSecure()) {
            return SchemeProbe.speaksTls(server) ? at("connection.speaksTls", server) : unreachable(server);
        }
        if (causes.stream().anyMatch(ServerTrust.CertificateChanged.class::isInstance)) {
            return about("connection.changed", server);
        }
        for (Throwable cause : causes) {
            if (cause instanceof ServerTrust.TrustUnreadable unreadable) {
                return MESSAGES.text(
                        "connection.trustUnreadable",
                        "server",
                        server,
                        "file",
                        String.valueOf(unreadable.getMessage()));
            }
        }
        if (causes.stream().anyMatch(CertificateException.class::isInstance)) {
            return about("connection.untrusted", server);
        }
        if (causes.stream().noneMatch(SSLException.class::isInstance)) {
            return unreachable(server);
        }
        return SchemeProbe.speaksPlainHttp(server) ? plain(server) : about("connection.noTls", server);
    }

    private static String plain(ServerAddress server) {
        return AddressText.isThisMachine(server.uri().getHost())
                ? at("connection.speaksPlainHere", server)
                : about("connection.speaksPlain", server);
    }

    private static String about(String key, ServerAddress server) {
        return MESSAGES.text(key, "server", server);
    }

    private static String at(String key, ServerAddress server) {
        return MESSAGES.text(key, "place", server.place());
    }
}
