package coderbased.http;

import coderbased.outage.Outage;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Wire;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP answer.
 *
 * @param json the body; null where there is none
 * @param retryAfterMillis when to come back; null mostly
 * @param refused why it is a refusal; null where it is none
 */
public record HttpAnswer(
        int status,
        @Nullable String json,
        @Nullable Long retryAfterMillis,
        @Nullable ErrorCode refused) {

    private static final Logger LOG = LoggerFactory.getLogger(HttpAnswer.class);
    private static final long RETRY_MILLIS = 2_000;

    /** The answer to a call that was done; a null object has no body, a text is JSON already. */
    public static HttpAnswer of(int status, @Nullable Object answer) {
        return new HttpAnswer(status, answer == null ? null : json(answer), null, null);
    }

    /** The answer to a call that was not: never a stack trace. What is no refusal and no outage goes into the log. */
    public static HttpAnswer of(Exception failure) {
        return switch (failure) {
            case HttpRefusal refusal -> of(refusal.problem());
            case Wire.Malformed malformed ->
                of(ProblemReason.BODY_NOT_UNDERSTOOD.problem("fault", String.valueOf(malformed.getMessage())));
            case Outage _ -> of(ProblemReason.SERVER_UNAVAILABLE.problem().retryAfter(RETRY_MILLIS));
            default -> {
                LOG.error("A call failed unexpectedly", failure);
                yield of(ProblemReason.SERVER_FAILED.problem());
            }
        };
    }

    private static HttpAnswer of(Problem problem) {
        return new HttpAnswer(problem.code().status(), Wire.write(problem), problem.retryAfterMillis(), problem.code());
    }

    private static String json(Object answer) {
        return answer instanceof String written ? written : Wire.write(answer);
    }

    /** Leaves the body out. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + "]";
    }
}
