package coderbased.chat;

import coderbased.http.CallerAddress;
import coderbased.http.Callers;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import io.javalin.config.JettyConfig;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration.ConfigurationCustomizer;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.WebSocketExtensionRegistry;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;

/**
 * The WebSocket paths of the Chat Service: {@link Protocol#GUEST_PATH} for desktops that wait for a scan, {@link
 * Protocol#CHAT_PATH} for devices that hold a token. It stands before the web framework, because a socket that was
 * opened by the framework keeps its whole request.
 *
 * <p>A browser names the page that opens a connection (RFC 6455 section 10.2); a native client names none. So a
 * connection with an {@code Origin} comes from a web page, and is refused unless the page is allowed. Compression is
 * not offered (RFC 7692): it costs memory for each connection and lets a small message become a huge one.
 *
 * <p>Hop 1 of the Guest Token's way.
 */
public final class ChatRoutes extends Handler.Wrapper {

    private static final String FOREIGN_PAGE = "This web page may not connect to this server.";
    private static final ConfigurationCustomizer DEFAULTS = new ConfigurationCustomizer();

    private final WebSocketMappings jetty;
    private final Callers callers;
    private final Set<String> allowedOrigins;
    private final Map<String, Function<Transport, ClientConnection>> paths;

    /**
     * Creates the paths to that service.
     *
     * @param allowedOrigins each as a browser writes it, for example {@code https://chat.example.org}
     */
    public ChatRoutes(ChatService chat, Callers callers, Set<String> allowedOrigins) {
        this(callers, allowedOrigins, Map.of(Protocol.GUEST_PATH, chat::openGuest, Protocol.CHAT_PATH, chat::openChat));
    }

    ChatRoutes(Callers callers, Set<String> allowedOrigins, Map<String, Function<Transport, ClientConnection>> paths) {
        this.callers = callers;
        this.allowedOrigins = Set.copyOf(allowedOrigins);
        this.paths = paths;
        WebSocketExtensionRegistry extensions = new WebSocketExtensionRegistry();
        List.copyOf(extensions.getAvailableExtensionNames()).forEach(extensions::unregister);
        jetty = new WebSocketMappings(new WebSocketComponents(extensions, null, null, null, null, Runnable::run));
    }

    /** Adds both paths. */
    public void addTo(JettyConfig config) {
        config.modifyServer(server -> server.insertHandler(this));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        // Takes the path as it was sent: the handshake was checked for this spelling alone.
        Function<Transport, ClientConnection> open =
                paths.get(request.getHttpURI().getPath());
        if (open == null) {
            return super.handle(request, response, callback);
        }
        List<String> origins = request.getHeaders().getValuesList("Origin");
        if (!origins.isEmpty() && !(origins.size() == 1 && allowedOrigins.contains(origins.getFirst()))) {
            refuse(response, callback);
            return true;
        }
        WebSocketNegotiator socket = (_, _, _) -> new ClientSocket(address(request), open);
        return jetty.upgrade(socket, request, response, callback, DEFAULTS)
                || super.handle(request, response, callback);
    }

    private CallerAddress address(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? callers.of(remote.getAddress(), request.getHeaders()::getValuesList)
                : CallerAddress.UNKNOWN;
    }

    private static void refuse(Response response, Callback callback) {
        String problem = Wire.write(ProblemReason.REQUEST_REFUSED.problem("fault", FOREIGN_PAGE));
        response.setStatus(HttpStatus.FORBIDDEN_403);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        Content.Sink.write(response, true, problem, callback);
    }
}
