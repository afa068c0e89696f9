package coderbased.client;

import coderbased.client.chat.Said;
import coderbased.protocol.CloseCode;
import io.javalin.websocket.WsContext;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One client's connection, seen from the {@link PlayedServer}. */
final class Visitor {

    private final WsContext context;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> left = new LinkedBlockingQueue<>();

    Visitor(WsContext context) {
        this.context = context;
    }

    /** Whether it named the page that it speaks for, as browsers do. */
    boolean hasOrigin() {
        return context.header("Origin") != null;
    }

    void heard(String text) {
        heard.add(text);
    }

    void left(int code) {
        left.add(code);
    }

    /** The client's next message, which has to be of that kind. */
    <T> T says(Class<T> kind) {
        return kind.cast(Said.read(Soon.taken(heard, "a " + kind.getSimpleName()), kind.getInterfaces()[0]));
    }

    boolean isSilent() {
        return heard.isEmpty();
    }

    void tell(Object message) {
        tellRaw(Said.json(message));
    }

    void tellRaw(String text) {
        context.send(text);
    }

    void hangUp(CloseCode code) {
        context.closeSession(code.number(), "");
    }

    /** The close code with which the client left. */
    int leaves() {
        return Soon.taken(left, "the client's leaving");
    }
}
