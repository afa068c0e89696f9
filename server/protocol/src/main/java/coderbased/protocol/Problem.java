package coderbased.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The body of every HTTP answer that is not a success.
 *
 * @param code for programs
 * @param message what happened and what to do, for the person
 * @param logout why the session is over, with {@link ErrorCode#LOGGED_OUT} only
 * @param retryAfterMillis when to try again, with {@link ErrorCode#SLOW_DOWN} and {@link ErrorCode#TRY_LATER}
 */
public record Problem(
        ErrorCode code,
        String message,
        @Nullable Logout logout,
        @Nullable Long retryAfterMillis) {

    /** A problem that is neither a logout nor a matter of time. */
    public static Problem of(ErrorCode code, String message) {
        return new Problem(code, message, null, null);
    }
}
