package coderbased.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Optional;

/** The reason that an engine gave for a failure, without the statement, which may contain people's messages. */
public final class FailureReason {

    private FailureReason() {}

    /** Returns the first line of the engine's own message, or of the failure itself if no engine gave one. */
    public static String of(Throwable failure) {
        Throwable reason = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || (cause instanceof IOException && !(reason instanceof SQLException))) {
                reason = cause;
            }
        }
        return firstLine(reason);
    }

    /** Returns the reason without a class's name, and without the path that some take for a message. */
    private static String firstLine(Throwable failure) {
        if (failure instanceof NoSuchFileException) {
            return "there is no such file or directory";
        }
        return Optional.ofNullable(failure.getMessage())
                .flatMap(message -> message.lines().findFirst())
                .orElse("it gave no reason");
    }
}
