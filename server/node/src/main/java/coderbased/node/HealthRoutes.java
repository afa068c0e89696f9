package coderbased.node;

import coderbased.protocol.Wire;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.function.BooleanSupplier;

/**
 * Health checks for supervisors and load balancers.
 *
 * <p>{@code /health/live}: the program runs. {@code /health/ready}: send it new connections; it says no while it
 * drains, while its database does not answer, and while its bus does not carry what the nodes say to each other.
 */
final class HealthRoutes {

    private final BooleanSupplier databaseAnswers;
    private final BooleanSupplier busCarries;
    private final BooleanSupplier draining;

    HealthRoutes(BooleanSupplier databaseAnswers, BooleanSupplier busCarries, BooleanSupplier draining) {
        this.databaseAnswers = databaseAnswers;
        this.busCarries = busCarries;
        this.draining = draining;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/health/live", request -> answer(request, HttpStatus.OK, new Live(true)));
        routes.get("/health/ready", request -> {
            Ready ready = ready();
            answer(request, ready.ready() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, ready);
        });
    }

    private Ready ready() {
        boolean database = databaseAnswers.getAsBoolean();
        boolean bus = busCarries.getAsBoolean();
        boolean leaving = draining.getAsBoolean();
        return new Ready(database && bus && !leaving, database, bus, leaving);
    }

    private static void answer(Context request, HttpStatus status, Object body) {
        request.status(status).contentType("application/json").result(Wire.write(body));
    }

    /** The answer to {@code /health/live}. */
    record Live(boolean live) {}

    /** The answer to {@code /health/ready}. */
    record Ready(boolean ready, boolean database, boolean bus, boolean draining) {}
}
