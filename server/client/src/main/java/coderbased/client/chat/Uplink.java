package coderbased.client.chat;

import coderbased.protocol.ChatClientMessage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends messages to the server on the current connection; drops them if there is none. Used on the client thread. */
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
