package coderbased.auth;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.Wire;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP answer.
 *
 * @param json the body; null where there is none
 * @param retryAfterMillis when to come back; null mostly
 */
record HttpAnswer(
        int status, @Nullable String json, @Nullable Long retryAfterMillis) {

    private static final Logger LOG = LoggerFactory.getLogger(HttpAnswer.class);
    private static final long RETRY_MILLIS = 2_000;

    /** What answers a call; null where there is nothing to say but yes. */
    interface Work {
        @Nullable
        Object on(HttpCall call) throws Wire.Malformed;
    }

    /** The answer to the call: whatever happens, never a stack trace. */
    static HttpAnswer to(HttpCall call, int status, Work work) {
        try {
            Object answer = work.on(call);
            return new HttpAnswer(status, answer == null ? null : json(answer), null);
        } catch (AuthRefused refused) {
            return of(refused.problem());
        } catch (Wire.Malformed malformed) {
            return of(Problem.of(
                    ErrorCode.BAD_REQUEST, "The server did not understand this app: " + malformed.getMessage() + "."));
        } catch (AuthStoreDown down) {
            LOG.error("the store can not be reached", down);
            return of(new Problem(
                    ErrorCode.TRY_LATER, "The server can not answer now. Try again in a moment.", null, RETRY_MILLIS));
        } catch (RuntimeException bug) {
            LOG.error("a call failed", bug);
            return of(Problem.of(
                    ErrorCode.INTERNAL,
                    "Something went wrong on the server. The people who run it can read in its log what."));
        }
    }

    private static HttpAnswer of(Problem problem) {
        return new HttpAnswer(problem.code().status(), Wire.write(problem), problem.retryAfterMillis());
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
