package coderbased.node;

import io.javalin.config.JettyConfig;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.SessionHandler;
import org.eclipse.jetty.session.NullSessionCache;
import org.eclipse.jetty.session.NullSessionDataStore;

/**
 * Keeps HTTP sessions out of the server. Nobody here uses them, but Javalin asks for one at every WebSocket upgrade,
 * those it refuses included. Jetty would keep each one for good, for anybody who asks. Here it lives as long as its
 * request, has no cookie, and no later request finds it.
 */
final class NoSessionRoutes {

    void addTo(JettyConfig jetty) {
        jetty.modifyServletContextHandler(NoSessionRoutes::forget);
    }

    private static void forget(ServletContextHandler context) {
        SessionHandler sessions = new SessionHandler();
        sessions.setUsingCookies(false);
        sessions.setUsingUriParameters(false);
        NullSessionCache none = new NullSessionCache(sessions);
        none.setSessionDataStore(new NullSessionDataStore());
        sessions.setSessionCache(none);
        context.setSessionHandler(sessions);
    }
}
