package coderbased.outage;

import org.jspecify.annotations.Nullable;

/** Failure of something the server stands on. Whoever throws it has reported it to an {@link OutageLog}. */
public interface Outage {

    /** True if a failure is an outage, or has one as a cause: its line is in the log already. */
    static boolean isLogged(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Outage) {
                return true;
            }
        }
        return false;
    }
}
