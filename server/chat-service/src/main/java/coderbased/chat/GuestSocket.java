package coderbased.chat;

import coderbased.http.Callers;
import coderbased.protocol.Protocol;
import io.javalin.config.RoutesConfig;

/**
 * The path of desktops that wait for a scan, {@link Protocol#GUEST_PATH}.
 *
 * <p>Hop 1 of the Guest Token's way.
 */
public final class GuestSocket {

    private final ChatService chat;
    private final Callers callers;

    /** Creates the path to that service. */
    public GuestSocket(ChatService chat, Callers callers) {
        this.chat = chat;
        this.callers = callers;
    }

    /** Adds the path. */
    public void addTo(RoutesConfig routes) {
        routes.ws(Protocol.GUEST_PATH, path -> ClientSocket.serve(path, callers, chat::openGuest));
    }
}
