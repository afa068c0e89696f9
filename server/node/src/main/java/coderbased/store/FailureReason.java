package coderbased.store;

import java.sql.SQLException;

/** The reason that an engine gave for a failure, without the statement, which may contain people's messages. */
public final class FailureReason {

    private FailureReason() {}

    /** Returns the first line of the engine's own message, or of the failure itself if no engine gave one. */
    public static String of(Throwable failure) {
        Throwable reason = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                reason = cause;
            }
        }
        return firstLine(reason);
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("it gave no reason");
    }
}
