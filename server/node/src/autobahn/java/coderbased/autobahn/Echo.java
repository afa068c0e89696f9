package coderbased.autobahn;

import coderbased.chat.EchoSockets;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.function.BiConsumer;

/** A server that says back whatever it is told, on a free port. */
final class Echo implements AutoCloseable {

    private static final int LONGEST = 20 * 1024 * 1024;

    private static final String PATH = "/ws/echo";

    private final EchoSockets sockets = new EchoSockets();
    private final Javalin server;

    private Echo(BiConsumer<EchoSockets, JavalinConfig> how) {
        server = Javalin.create(config -> how.accept(sockets, config));
        server.start("127.0.0.1", 0);
    }

    /** With WebSockets as the Chat Service serves them: texts alone. */
    static Echo asWeServe() {
        return new Echo((sockets, config) -> sockets.addTo(config, PATH));
    }

    /** With WebSockets as they come. */
    static Echo asJettyServes() {
        return new Echo((_, config) -> config.routes.ws(PATH, path -> {
            path.onConnect(socket -> {
                socket.session.setIdleTimeout(Duration.ZERO);
                socket.session.setMaxTextMessageSize(LONGEST);
                socket.session.setMaxBinaryMessageSize(LONGEST);
            });
            path.onMessage(message -> message.send(message.message()));
            path.onBinaryMessage(message -> message.send(message.data()));
        }));
    }

    String address() {
        return "ws://127.0.0.1:" + server.port() + PATH;
    }

    @Override
    public void close() {
        server.stop();
        sockets.close();
    }
}
