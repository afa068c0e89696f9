package coderbased.chat;

import coderbased.auth.TrustedProxies;
import coderbased.protocol.Protocol;
import io.javalin.config.RoutesConfig;

/** The path of devices that hold a token, {@link Protocol#CHAT_PATH}. */
public final class ChatSocket {

    private final ChatService chat;
    private final TrustedProxies proxies;

    /** A path to that service. */
    public ChatSocket(ChatService chat, TrustedProxies proxies) {
        this.chat = chat;
        this.proxies = proxies;
    }

    /** Adds the path. */
    public void addTo(RoutesConfig routes) {
        routes.ws(Protocol.CHAT_PATH, path -> ClientSocket.serve(path, proxies, chat::openChat));
    }
}
