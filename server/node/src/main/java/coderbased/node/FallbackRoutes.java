package coderbased.node;

import coderbased.outage.Outage;
import coderbased.outage.RequestRejected;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Wire;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers to calls that failed unexpectedly. The caller learns that it failed, the log has the reason. */
final class FallbackRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(FallbackRoutes.class);

    void addTo(RoutesConfig routes) {
        routes.exception(
                HttpResponseException.class,
                (refused, request) -> answer(request, refused.getStatus(), problem(refused)));
        routes.exception(RequestRejected.class, (_, request) -> {
            Problem problem = ProblemReason.REQUEST_REJECTED.problem();
            answer(request, problem.code().status(), problem);
        });
        routes.exception(
                IOException.class,
                (gone, request) ->
                        // Whoever asked has hung up: there is nobody to answer and nothing to mend.
                        LOG.debug(
                                "The caller of {} {} did not wait for the answer: {}",
                                request.method(),
                                request.path(),
                                gone.getMessage()));
        routes.exception(Exception.class, FallbackRoutes::answer);
    }

    /**
     * Jetty reads parts of a request when they are first asked for: what it cannot read is the caller's fault, and no
     * news.
     */
    private static void answer(Exception unexpected, Context request) {
        if (unexpected instanceof HttpException malformed && HttpStatus.isClientError(malformed.getCode())) {
            answer(request, malformed.getCode(), ErrorRoutes.problem(malformed.getCode()));
        } else {
            if (!Outage.isLogged(unexpected)) {
                LOG.error("{} {} failed unexpectedly", request.method(), request.path(), unexpected);
            }
            answer(request, ErrorCode.INTERNAL.status(), ErrorRoutes.problem(ErrorCode.INTERNAL.status()));
        }
    }

    private static Problem problem(HttpResponseException refused) {
        return refused.getStatus() == HttpStatus.NOT_FOUND_404
                ? ErrorRoutes.problem(refused.getStatus())
                : ProblemReason.REQUEST_REFUSED.problem("fault", String.valueOf(refused.getMessage()));
    }

    private static void answer(Context request, int status, Problem problem) {
        request.status(status).contentType("application/json").result(Wire.write(problem));
    }
}
