package coderbased.node;

import coderbased.auth.CallRoutes;
import coderbased.auth.HttpCall;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Supplier;

/**
 * {@code /metrics}, for Prometheus and its kind. It tells how much goes on here, which is the business of the people
 * who run the server alone. On the public door only the admin token opens it: a proxy, or a web page that was made to
 * look like this machine, can make anybody seem near. On the admin door it also answers the programs of this very
 * machine.
 */
final class MetricsRoutes {

    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<String> text;
    private final CallRoutes calls;
    private final boolean openToThisMachine;

    private MetricsRoutes(Supplier<String> text, CallRoutes calls, boolean openToThisMachine) {
        this.text = text;
        this.calls = calls;
        this.openToThisMachine = openToThisMachine;
    }

    /** The route of the public door: for the admin token only. */
    static MetricsRoutes onPublicDoor(Supplier<String> text, CallRoutes calls) {
        return new MetricsRoutes(text, calls, false);
    }

    /** The route of the admin door: for this very machine, and for the admin token. */
    static MetricsRoutes onAdminDoor(Supplier<String> text, CallRoutes calls) {
        return new MetricsRoutes(text, calls, true);
    }

    void addTo(RoutesConfig routes) {
        routes.get("/metrics", this::tell);
    }

    private void tell(Context context) {
        calls.found(context, (call, path) -> read(call))
                .ifPresent(found -> context.contentType(TEXT_FORMAT).result(found));
    }

    private String read(HttpCall call) {
        if (!openToThisMachine || !call.from().isThisMachine()) {
            call.requireAdmin();
        }
        return text.get();
    }
}
