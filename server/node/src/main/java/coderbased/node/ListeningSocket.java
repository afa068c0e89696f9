package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import java.net.BindException;
import java.security.KeyStore;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A socket that the HTTP server listens at, plain or with TLS; {@link HeaderTimeout} watches who comes in there. */
final class ListeningSocket {

    /**
     * Maximum number of connections that wait to be accepted, if the system allows as many. A caller beyond that gets
     * no answer, and asks again after one second, two, four and so on; a smaller number would let a crowd in by small
     * groups.
     */
    static final int ACCEPTING = 4_096;

    private static final int PART_ON_TOP = 8;

    private final String host;
    private final int port;
    private final HeaderTimeout unfinished;
    private final SslContextFactory.Server tls = new SslContextFactory.Server();

    /** @param port 0 for any free one */
    ListeningSocket(String host, int port, HeaderTimeout unfinished) {
        this.host = host;
        this.port = port;
        this.unfinished = unfinished;
    }

    /** Returns a connector for callers who speak HTTP at once. */
    ServerConnector plain(Server server, HttpConfiguration http) {
        return listening(server, new HttpConnectionFactory(http));
    }

    /** Returns a connector for callers who speak TLS 1.2 or 1.3 first. */
    ServerConnector secured(Server server, HttpConfiguration http, KeyStore keys) {
        HttpConfiguration secured = new HttpConfiguration(http);
        // The client checks that the certificate is this server's; which name it used is no business of ours.
        secured.addCustomizer(new SecureRequestCustomizer(false));
        use(keys);
        tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return listening(
                server,
                new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(secured));
    }

    /**
     * Takes other keys for new connections; open ones stay.
     *
     * @throws IllegalStateException if they cannot be used; the present ones stay
     */
    void renew(KeyStore keys) {
        try {
            tls.reload(_ -> use(keys));
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private void use(KeyStore keys) {
        tls.setKeyStore(keys);
        tls.setKeyStorePassword("");
    }

    /**
     * Lets a server accept no more connections than it has room for, and a few on top for those that are about to make
     * room. Further ones wait in the system's queue, which is bounded too, until others are closed.
     *
     * @param room the number above which connections make room, see {@link ConnectionRoom}
     */
    static void limit(Server server, int room) {
        server.addBean(new NetworkConnectionLimit(room + Math.max(1, room / PART_ON_TOP), server));
    }

    private ServerConnector listening(Server server, ConnectionFactory... protocols) {
        ServerConnector connector = new ServerConnector(server, protocols);
        connector.setHost(host);
        connector.setPort(port);
        connector.setAcceptQueueSize(ACCEPTING);
        connector.addBean(unfinished);
        return connector;
    }

    /** Returns the port that was asked for. */
    int port() {
        return port;
    }

    /**
     * Returns what to throw for a server that did not start: a sentence for the person where the port is the reason.
     */
    static RuntimeException refused(RuntimeException failure, String host, int port, String option) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof BindException)) {
            cause = cause.getCause();
        }
        return cause == null
                ? failure
                : new StartupException(
                        ExitCode.PORT_IN_USE,
                        MESSAGES.text("start.portInUse", "port", String.valueOf(port), "host", host, "option", option),
                        failure);
    }
}
