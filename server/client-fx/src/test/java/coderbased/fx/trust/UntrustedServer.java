package coderbased.fx.trust;

import coderbased.client.net.ClientContext;
import coderbased.client.net.HttpCalls;
import coderbased.client.net.ProblemException;
import coderbased.client.net.ServerAddress;
import coderbased.client.net.ServerTrust;
import coderbased.client.net.Timing;
import coderbased.protocol.DeviceFacts;
import coderbased.testing.TestCertificate;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server with a certificate that no system trusts. It answers every call with 204, and records its path. */
public final class UntrustedServer implements AutoCloseable {

    private static final int NO_CONTENT = 204;

    public final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private final HttpsServer server;

    public UntrustedServer() throws IOException {
        this(TestCertificate.FIRST, 0);
    }

    /** @param port 0 for any */
    UntrustedServer(TestCertificate certificate, int port) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        server.createContext("/", exchange -> {
            calls.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            exchange.close();
        });
        server.start();
    }

    public URI address() {
        return URI.create("https://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the trust of a client that was refused by this server's certificate. */
    public ServerTrust refusingClient() {
        ServerTrust trust = new ServerTrust(new ServerAddress(address()), null);
        try {
            call(trust);
            throw new AssertionError("the certificate was trusted");
        } catch (ProblemException _) {
            return trust;
        }
    }

    /**
     * Makes a call.
     *
     * @throws ProblemException if the client refuses the certificate
     */
    public static void call(ServerTrust trust) {
        DeviceFacts facts = new DeviceFacts("Test", "Test 1", "TestOS");
        ClientContext context =
                new ClientContext(trust, facts, Clock.systemUTC(), new SecureRandom(), Timing.standard());
        try (HttpCalls http = context.http()) {
            http.tell(new HttpCalls.Call("GET", "/health/live", null, null));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
