package coderbased.chat;

import coderbased.http.Callers;
import coderbased.protocol.Protocol;
import io.javalin.config.RoutesConfig;

/** The path of devices that hold a token, {@link Protocol#CHAT_PATH}. */
public final class ChatSocket {

    private final ChatService chat;
    private final Callers callers;

    /** Creates the path to that service. */
    public ChatSocket(ChatService chat, Callers callers) {
        this.chat = chat;
        this.callers = callers;
    }

    /** Adds the path. */
    public void addTo(RoutesConfig routes) {
        routes.ws(Protocol.CHAT_PATH, path -> ClientSocket.serve(path, callers, chat::openChat));
    }
}
