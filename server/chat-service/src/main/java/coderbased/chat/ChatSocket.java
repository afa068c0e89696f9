package coderbased.chat;

import coderbased.protocol.Protocol;
import io.javalin.config.RoutesConfig;

/** The path of devices that hold a token, {@link Protocol#CHAT_PATH}. */
public final class ChatSocket {

    private final ChatService chat;

    /** A path to that service. */
    public ChatSocket(ChatService chat) {
        this.chat = chat;
    }

    /** Adds the path. */
    public void addTo(RoutesConfig routes) {
        routes.ws(Protocol.CHAT_PATH, path -> ClientSocket.serve(path, chat::openChat));
    }
}
