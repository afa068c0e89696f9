package coderbased.files;

import coderbased.http.CallRefused;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import java.time.Duration;

/** A refused call about a file. Its message is for the person who asked; nothing failed inside the server. */
public final class FileRefused extends CallRefused {

    private static final long serialVersionUID = 1L;

    private FileRefused(Problem problem) {
        super(problem);
    }

    static FileRefused because(ProblemReason reason, Object... namesAndValues) {
        return new FileRefused(reason.problem(namesAndValues));
    }

    static FileRefused later(ProblemReason reason, Duration wait) {
        return new FileRefused(reason.problem().retryAfter(wait.toMillis()));
    }

    /** Refuses an upload that does not exist or belongs to another account: both get the same answer. */
    static FileRefused noSuchUpload() {
        return because(ProblemReason.UPLOAD_UNKNOWN);
    }

    /** Refuses a file that does not exist or that the account may not see: both get the same answer. */
    static FileRefused noSuchFile() {
        return because(ProblemReason.FILE_UNKNOWN);
    }
}
