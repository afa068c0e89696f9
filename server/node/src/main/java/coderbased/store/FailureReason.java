package coderbased.store;

import java.sql.SQLException;

/** The reason that an engine gave, without the statement: people's words stand in it. */
public final class FailureReason {

    private FailureReason() {}

    /** The first line of what the engine said at the bottom of it, or of the failure itself where no engine said anything. */
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
