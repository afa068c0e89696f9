package coderbased.files;

import coderbased.auth.HttpRefusal;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.time.Duration;

/** A call about a file is refused. Its message is for the person who asked; nothing went wrong inside the server. */
public final class FileRefused extends RuntimeException implements HttpRefusal {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private FileRefused(Problem problem) {
        // A refusal is an answer, not an accident: nobody reads its stack trace, and under attack there are many.
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    static FileRefused because(ErrorCode code, String sentence) {
        return new FileRefused(Problem.of(code, sentence));
    }

    static FileRefused later(ErrorCode code, String sentence, Duration wait) {
        return new FileRefused(new Problem(code, sentence, null, wait.toMillis()));
    }

    /** Somebody else's gets the same answer as one that never was. */
    static FileRefused noSuchUpload() {
        return because(ErrorCode.NOT_FOUND, "There is no such upload. Send the file again.");
    }

    /** Somebody else's gets the same answer as one that never was. */
    static FileRefused noSuchFile() {
        return because(ErrorCode.NOT_FOUND, "There is no such file.");
    }

    @Override
    public Problem problem() {
        return problem;
    }
}
