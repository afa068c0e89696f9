package coderbased.node;

import coderbased.auth.CallRoutes;
import coderbased.auth.HttpCall;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Supplier;

/**
 * {@code /metrics}, for Prometheus and its kind. It tells how much goes on here, which is nobody's business but that of the
 * people who run the server: callers on this very machine, and whoever has the admin token. Where a proxy stands before the
 * server that does not say for whom it speaks, everybody seems to call from this machine; only the token counts there.
 */
final class MetricsRoutes {

    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<String> text;
    private final CallRoutes calls;
    private final boolean seesAddresses;

    MetricsRoutes(Supplier<String> text, CallRoutes calls, boolean seesAddresses) {
        this.text = text;
        this.calls = calls;
        this.seesAddresses = seesAddresses;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/metrics", this::tell);
    }

    private void tell(Context context) {
        calls.found(context, (call, path) -> read(call))
                .ifPresent(found -> context.contentType(TEXT_FORMAT).result(found));
    }

    private String read(HttpCall call) {
        if (!seesAddresses || !call.from().isLoopbackAddress()) {
            call.requireAdmin();
        }
        return text.get();
    }
}
