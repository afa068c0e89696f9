package coderbased.files;

import coderbased.http.HttpRefusal;
import coderbased.outage.Outage;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;

/** Storage cannot answer now: disk full, locked or gone. The client is told to try again. */
public final class FilesDown extends RuntimeException implements HttpRefusal, Outage {

    private static final long serialVersionUID = 1L;
    private static final long RETRY_MILLIS = 5_000;

    /** Wraps the storage's own exception, which is in the log already. */
    public FilesDown(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public Problem problem() {
        return ProblemReason.FILES_UNAVAILABLE.problem().retryAfter(RETRY_MILLIS);
    }
}
