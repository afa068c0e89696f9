package coderbased.chat;

import coderbased.http.Callers;
import coderbased.protocol.Wire;
import io.javalin.config.JavalinConfig;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A path on the Chat Service's own sockets that says back every text. */
public final class EchoSockets implements AutoCloseable {

    private static final int LONGEST = 20 * 1024 * 1024;
    private static final Duration LONG = Duration.ofHours(1);

    private static final ChatLimits LIMITS = new ChatLimits(
            LONG, LONG, Duration.ZERO, LONG, LONG, 100_000, 100L * LONGEST, 0, 0, 1, 1, AccountLimits.standard());

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ChatContext context = new ChatContext("N0DE", Clock.systemUTC(), new SecureRandom(), timer);

    /** Adds the path. */
    public void addTo(JavalinConfig config, String path) {
        new ChatRoutes(Callers.direct(), Set.of(), Map.of(path, this::open)).addTo(config.jetty);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private ClientConnection open(Transport socket) {
        ClientConnection connection =
                new ClientConnection(socket, LIMITS, context, new QueueBudget(Long.MAX_VALUE), _ -> {});
        connection.start(new Echo(connection));
        return connection;
    }

    private record Echo(ClientConnection connection) implements ConnectionHandler {

        @Override
        public void opened() {
            connection.introduced(LONGEST);
        }

        @Override
        public void received(String text) throws BadMessage, Wire.Malformed, InterruptedException {
            connection.sendInTurn(text);
        }

        @Override
        public void gone() {}
    }
}
