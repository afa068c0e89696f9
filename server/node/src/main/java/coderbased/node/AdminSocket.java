package coderbased.node;

import coderbased.auth.AdminRoutes;
import coderbased.auth.AuthService;
import coderbased.auth.CallRoutes;
import coderbased.http.Callers;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The admin door: a second HTTP server on a loopback port of its own. It shares no route, no port and no trust decision
 * with the public door, so whatever stands before that one, the commands of this machine get in. No proxy is trusted
 * here.
 */
final class AdminSocket implements AutoCloseable {

    /** The only address that it listens on. */
    static final String HOST = "127.0.0.1";

    private static final int THREADS = 8;

    private final Javalin http;
    private final int port;

    /**
     * Makes it; it does not listen yet.
     *
     * @param door its address, {@link #HOST} and a port
     * @param text the metrics
     * @param common configuration that both ports share
     */
    AdminSocket(ListeningSocket door, AuthService auth, Supplier<String> text, Consumer<JavalinConfig> common) {
        this.port = door.port();
        CallRoutes calls = new CallRoutes(auth, Callers.direct());
        http = Javalin.create(config -> {
            common.accept(config);
            new EntryRoutes(HostCheck.ofThisMachine()).addTo(config.jetty);
            config.jetty.threadPool = new QueuedThreadPool(THREADS, 1);
            config.jetty.addConnector(door::plain);
            new AdminRoutes(auth, calls).addTo(config.routes);
            MetricsRoutes.onAdminDoor(text, calls).addTo(config.routes);
        });
    }

    /**
     * Listens from now on.
     *
     * @throws StartupException where it cannot
     */
    void start() {
        try {
            http.start(HOST, port);
        } catch (RuntimeException e) {
            throw ListeningSocket.refused(e, HOST, port, "--admin-port");
        }
    }

    /** Returns where it listens, for example {@code http://127.0.0.1:41234}. */
    String address() {
        return "http://" + HOST + ":" + http.port();
    }

    @Override
    public void close() {
        http.stop();
    }
}
