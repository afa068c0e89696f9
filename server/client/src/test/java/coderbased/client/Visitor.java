package coderbased.client;

import coderbased.client.chat.Json;
import coderbased.protocol.CloseCode;
import coderbased.testing.Eventually;
import io.javalin.websocket.WsContext;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One connection of a client, seen from the {@link PlayedServer}. */
final class Visitor {

    private final WsContext context;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> left = new LinkedBlockingQueue<>();

    Visitor(WsContext context) {
        this.context = context;
    }

    /** True if the client sent an Origin header, as browsers do. */
    boolean hasOrigin() {
        return context.header("Origin") != null;
    }

    void heard(String text) {
        heard.add(text);
    }

    void left(int code) {
        left.add(code);
    }

    /** Returns the client's next message, which must be of that type. */
    <T> T says(Class<T> kind) {
        return kind.cast(Json.read(Eventually.taken(heard, "a " + kind.getSimpleName()), kind.getInterfaces()[0]));
    }

    boolean isSilent() {
        return heard.isEmpty();
    }

    void tell(Object message) {
        tellRaw(Json.json(message));
    }

    void tellRaw(String text) {
        context.send(text);
    }

    void hangUp(CloseCode code) {
        context.closeSession(code.number(), "");
    }

    /** Returns the close code of the client. */
    int leaves() {
        return Eventually.taken(left, "the client's leaving");
    }
}
