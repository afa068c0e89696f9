package coderbased.chat;

import io.javalin.config.JavalinConfig;
import io.javalin.http.ForbiddenResponse;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.websocket.core.WebSocketExtensionRegistry;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/**
 * Checks of every request to open a WebSocket.
 *
 * <p>A browser names the page that opens a connection (RFC 6455 section 10.2); a native client names none. So a
 * connection with an {@code Origin} comes from a web page, and is refused unless the page is allowed. Compression is
 * not offered (RFC 7692): it costs memory for each connection and lets a small message become a huge one.
 */
public final class UpgradeRoutes {

    private final Set<String> allowedOrigins;

    /** @param allowedOrigins each as a browser writes it, for example {@code https://chat.example.org} */
    public UpgradeRoutes(Set<String> allowedOrigins) {
        this.allowedOrigins = Set.copyOf(allowedOrigins);
    }

    /** Adds the checks to every WebSocket of the server. */
    public void addTo(JavalinConfig config) {
        config.routes.wsBeforeUpgrade("/ws/*", request -> {
            List<String> origins = Collections.list(request.req().getHeaders("Origin"));
            boolean may = origins.isEmpty() || (origins.size() == 1 && allowedOrigins.contains(origins.getFirst()));
            if (!may) {
                throw new ForbiddenResponse("This web page may not connect to this server.");
            }
        });
        config.jetty.modifyWebSocketServletFactory(factory -> offerNoExtensions());
    }

    private static void offerNoExtensions() {
        ContextHandler here = ServletContextHandler.getCurrentServletContextHandler();
        WebSocketExtensionRegistry extensions =
                WebSocketServerComponents.getWebSocketComponents(here).getExtensionRegistry();
        List.copyOf(extensions.getAvailableExtensionNames()).forEach(extensions::unregister);
    }
}
