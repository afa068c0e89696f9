package coderbased.autobahn;

import coderbased.chat.UpgradeRoutes;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** A server that says back whatever it is told, on a free port. */
final class Echo implements AutoCloseable {

    private static final int LONGEST = 20 * 1024 * 1024;

    private final Javalin server;

    private Echo(Consumer<JavalinConfig> how) {
        server = Javalin.create(config -> {
            how.accept(config);
            config.routes.ws("/ws/echo", path -> {
                path.onConnect(socket -> {
                    socket.session.setIdleTimeout(Duration.ZERO);
                    socket.session.setMaxTextMessageSize(LONGEST);
                    socket.session.setMaxBinaryMessageSize(LONGEST);
                });
                path.onMessage(message -> message.send(message.message()));
                path.onBinaryMessage(message -> message.send(message.data()));
            });
        });
        server.start("127.0.0.1", 0);
    }

    /** With WebSockets as the Chat Service serves them. */
    static Echo asWeServe() {
        return new Echo(new UpgradeRoutes(Set.of())::addTo);
    }

    /** With WebSockets as they come. */
    static Echo asJettyServes() {
        return new Echo(config -> {});
    }

    String address() {
        return "ws://127.0.0.1:" + server.port() + "/ws/echo";
    }

    @Override
    public void close() {
        server.stop();
    }
}
