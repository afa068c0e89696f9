package coderbased.autobahn;

import coderbased.chat.EchoSockets;
import io.javalin.Javalin;

/** A server that says back every text, on WebSockets as the Chat Service serves them and on a free port. */
final class Echo implements AutoCloseable {

    private static final String PATH = "/ws/echo";

    private final EchoSockets sockets = new EchoSockets();
    private final Javalin server = Javalin.create(config -> sockets.addTo(config, PATH));

    private Echo() {}

    static Echo start() {
        Echo echo = new Echo();
        echo.server.start("127.0.0.1", 0);
        return echo;
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
