package coderbased.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The body of every HTTP answer that is not a success.
 *
 * @param code for programs
 * @param message the failure and the next step, in a sentence for the person
 * @param logout the end of the session, with {@link ErrorCode#LOGGED_OUT} only
 * @param retryAfterMillis time to wait before the next try, in milliseconds, with {@link ErrorCode#SLOW_DOWN} and
 *     {@link ErrorCode#TRY_LATER}
 */
public record Problem(
        ErrorCode code,
        String message,
        @Nullable Logout logout,
        @Nullable Long retryAfterMillis) {

    /** A problem that is not a logout and does not pass with time. */
    public static Problem of(ErrorCode code, String message) {
        return new Problem(code, message, null, null);
    }
}
