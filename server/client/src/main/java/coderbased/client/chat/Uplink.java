package coderbased.client.chat;

import coderbased.protocol.ChatClientMessage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends messages to the server on the current connection; drops them if there is none. Used on the client thread. */
final class Uplink {

    private @Nullable Consumer<ChatClientMessage> connection;

    void open(Consumer<ChatClientMessage> newConnection) {
        connection = newConnection;
    }

    void close() {
        connection = null;
    }

    boolean isOpen() {
        return connection != null;
    }

    void tell(ChatClientMessage message) {
        if (connection != null) {
            connection.accept(message);
        }
    }
}
