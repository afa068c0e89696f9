package coderbased.node;

import coderbased.chat.Handshake;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Wire;
import io.javalin.config.JettyConfig;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The first code that sees a request, before the web framework does: refuses names that are not this server's,
 * addresses that are no text and malformed WebSocket handshakes, each with a sentence and without a line in the log,
 * and drops headers that nobody here may obey.
 */
final class EntryRoutes extends Handler.Wrapper {

    private static final String WEB_SOCKETS = "/ws/";

    private final HostCheck hosts;

    EntryRoutes(HostCheck hosts) {
        this.hosts = hosts;
    }

    void addTo(JettyConfig jetty) {
        jetty.modifyServer(server -> server.insertHandler(this));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!isNamedRight(request)) {
            refuse(response, callback, HttpStatus.MISDIRECTED_REQUEST_421, ProblemReason.HOST_REFUSED.problem());
            return true;
        }
        if (!isText(request.getHttpURI().getPath())
                || !isText(request.getHttpURI().getQuery())) {
            refuse(response, callback, HttpStatus.BAD_REQUEST_400, ProblemReason.ADDRESS_NOT_TEXT.problem());
            return true;
        }
        Optional<Handshake.Fault> fault = fault(request);
        if (fault.isPresent()) {
            response.getHeaders().put("Sec-WebSocket-Version", Handshake.VERSION);
            refuse(
                    response,
                    callback,
                    fault.get().status(),
                    ProblemReason.REQUEST_REFUSED.problem("fault", fault.get().sentence()));
            return true;
        }
        return super.handle(new EnteringRequest(request), response, callback);
    }

    /** Later readers throw at anything else, each at its own time. */
    private static boolean isText(@Nullable String part) {
        return part == null || EscapedText.isWellFormed(part);
    }

    /** Programs that say no name at all speak HTTP/1.0, and are no browsers. */
    private boolean isNamedRight(Request request) {
        InetAddress peer = peer(request);
        String host = request.getHeaders().get(HttpHeader.HOST);
        String target = target(request.getHttpURI());
        int port = Request.getLocalPort(request);
        return peer == null
                || ((host == null || hosts.admits(peer, host, port))
                        && (target == null || hosts.admits(peer, target, port)));
    }

    private static @Nullable InetAddress peer(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : null;
    }

    /** Returns the name in a target that is a whole address (RFC 9112 section 3.2.2). */
    private static @Nullable String target(HttpURI address) {
        String host = address.getHost();
        return host == null || address.getPort() <= 0 ? host : host + ":" + address.getPort();
    }

    private static Optional<Handshake.Fault> fault(Request request) {
        if (!request.getHttpURI().getPath().startsWith(WEB_SOCKETS)) {
            return Optional.empty();
        }
        return new Handshake(
                        request.getMethod(),
                        request.getConnectionMetaData().getHttpVersion().asString(),
                        request.getHeaders()::getValuesList)
                .fault();
    }

    private static void refuse(Response response, Callback callback, int status, Problem problem) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Content.Sink.write(response, true, Wire.write(problem), callback);
    }
}
