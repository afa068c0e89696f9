package coderbased.chat;

import coderbased.http.Callers;
import coderbased.protocol.Protocol;
import io.javalin.config.RoutesConfig;

/**
 * The WebSocket paths of the Chat Service: {@link Protocol#GUEST_PATH} for desktops that wait for a scan, {@link
 * Protocol#CHAT_PATH} for devices that hold a token.
 *
 * <p>Hop 1 of the Guest Token's way.
 */
public final class ChatRoutes {

    private final ChatService chat;
    private final Callers callers;

    /** Creates the paths to that service. */
    public ChatRoutes(ChatService chat, Callers callers) {
        this.chat = chat;
        this.callers = callers;
    }

    /** Adds both paths. */
    public void addTo(RoutesConfig routes) {
        routes.ws(Protocol.GUEST_PATH, path -> ClientSocket.serve(path, callers, chat::openGuest));
        routes.ws(Protocol.CHAT_PATH, path -> ClientSocket.serve(path, callers, chat::openChat));
    }
}
