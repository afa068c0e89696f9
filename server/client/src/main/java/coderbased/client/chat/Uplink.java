package coderbased.client.chat;

import coderbased.protocol.ChatClientMessage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where messages to the server go: onto the present connection, or nowhere. Used on the client's own thread. */
final class Uplink {

    private @Nullable Consumer<ChatClientMessage> line;

    void open(Consumer<ChatClientMessage> newLine) {
        line = newLine;
    }

    void close() {
        line = null;
    }

    boolean isOpen() {
        return line != null;
    }

    void tell(ChatClientMessage message) {
        if (line != null) {
            line.accept(message);
        }
    }
}
