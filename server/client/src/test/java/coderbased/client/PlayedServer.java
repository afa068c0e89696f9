package coderbased.client;

import coderbased.client.chat.Json;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;
import coderbased.testing.Eventually;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Remote end of a client under test; the test sends the server's messages one by one. */
final class PlayedServer implements AutoCloseable {

    static final String ID = "SERVER";

    private final BlockingQueue<Visitor> guests = new LinkedBlockingQueue<>();
    private final BlockingQueue<Visitor> devices = new LinkedBlockingQueue<>();
    private final Map<WsContext, Visitor> visitors = new ConcurrentHashMap<>();
    private final Map<String, Function<Request, Object>> answers = new ConcurrentHashMap<>();
    private final Javalin javalin;

    /** An HTTP request of the client. */
    record Request(String path, String authorization, String body) {}

    private PlayedServer(int port) {
        javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.ws(Protocol.GUEST_PATH, ws -> welcome(ws, guests));
            config.routes.ws(Protocol.CHAT_PATH, ws -> welcome(ws, devices));
            config.routes.before(this::answer);
        });
        javalin.start("127.0.0.1", port);
    }

    static PlayedServer start() {
        return new PlayedServer(0);
    }

    static PlayedServer startOn(int port) {
        return new PlayedServer(port);
    }

    int port() {
        return javalin.port();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Returns the next guest connection. */
    Visitor guest() {
        return Eventually.taken(guests, "a guest connection");
    }

    /** Returns the next chat connection. */
    Visitor device() {
        return Eventually.taken(devices, "a chat connection");
    }

    boolean nobodyComesWithin(Duration time) throws InterruptedException {
        return guests.poll(time.toMillis(), TimeUnit.MILLISECONDS) == null && devices.isEmpty();
    }

    /** Answers {@code "POST /path"} from now on, with a record, a {@link Problem}, or 204 without a body for null. */
    void answers(String methodAndPath, Function<Request, Object> answer) {
        answers.put(methodAndPath, answer);
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private void welcome(WsConfig ws, BlockingQueue<Visitor> door) {
        ws.onConnect(context -> {
            context.session.setIdleTimeout(Duration.ofMinutes(5));
            Visitor visitor = new Visitor(context);
            visitors.put(context, visitor);
            door.add(visitor);
        });
        ws.onMessage(context -> visitors.get(context).heard(context.message()));
        ws.onClose(context -> visitors.get(context).left(context.status()));
    }

    private void answer(Context context) {
        String asked = context.method().name() + " " + context.path();
        Function<Request, Object> answer = answers.get(asked);
        if (answer == null) {
            return;
        }
        String authorization = context.header("Authorization");
        Object said =
                answer.apply(new Request(context.path(), authorization == null ? "" : authorization, context.body()));
        switch (said) {
            case null -> context.status(204);
            case Problem problem -> context.status(problem.code().status()).result(Json.json(problem));
            case String text -> context.status(200).result(text);
            default -> context.status(201).result(Json.json(said));
        }
        context.skipRemainingHandlers();
    }
}
