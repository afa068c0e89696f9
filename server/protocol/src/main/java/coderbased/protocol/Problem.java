package coderbased.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal: the body of every HTTP answer that is not a success, and a part of refusals on a chat connection.
 *
 * @param code the kind of failure, for programs
 * @param reason the name of a {@link ProblemReason}, from which a client makes its own sentence; a newer server may
 *     name one that this list does not have. Null for a problem that the client found itself
 * @param args the reason's arguments, numbers and texts, by name; null for none
 * @param message the failure and the next step, in an English sentence for the person
 * @param logout the end of the session, with {@link ErrorCode#LOGGED_OUT} only
 * @param retryAfterMillis time to wait before the next try, in milliseconds; null if waiting does not help, or for an
 *     unknown time
 */
public record Problem(
        ErrorCode code,
        @Nullable String reason,
        @Nullable Map<String, Object> args,
        String message,
        @Nullable Logout logout,
        @Nullable Long retryAfterMillis) {

    /** A problem that the client found itself, in its own words. */
    public static Problem of(ErrorCode code, String message) {
        return new Problem(code, null, null, message, null, null);
    }

    /** Returns the same refusal with the time to wait before the next try, in milliseconds; null for none. */
    public Problem retryAfter(@Nullable Long millis) {
        return new Problem(code, reason, args, message, logout, millis);
    }

    /** Returns the same refusal with the end of the session. */
    public Problem with(Logout ended) {
        return new Problem(code, reason, args, message, ended, retryAfterMillis);
    }

    /** Returns the same refusal in other words. */
    public Problem worded(String sentence) {
        return new Problem(code, reason, args, sentence, logout, retryAfterMillis);
    }
}
