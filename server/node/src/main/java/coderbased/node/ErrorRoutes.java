package coderbased.node;

import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Wire;
import io.javalin.config.JettyConfig;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The answers to requests that the HTTP server refuses before any route sees them: the same JSON as everywhere else,
 * without the caller's own words. Thread-safe.
 */
final class ErrorRoutes extends ErrorHandler {

    private static final HttpField JSON = new HttpField(HttpHeader.CONTENT_TYPE, "application/json");

    void addTo(JettyConfig jetty) {
        jetty.modifyServer(server -> server.setErrorHandler(this));
        jetty.modifyServletContextHandler(context -> context.setErrorHandler(this));
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(JSON);
        Content.Sink.write(response, true, json(code), callback);
    }

    private static String json(int status) {
        return Wire.write(problem(status));
    }

    /** Returns the problem for a status that only the HTTP server gives. */
    static Problem problem(int status) {
        if (status == HttpStatus.NOT_FOUND_404) {
            return ProblemReason.ADDRESS_UNKNOWN.problem();
        }
        if (HttpStatus.isClientError(status)) {
            return ProblemReason.REQUEST_NOT_UNDERSTOOD.problem("fault", HttpStatus.getMessage(status));
        }
        return ProblemReason.SERVER_FAILED.problem();
    }
}
