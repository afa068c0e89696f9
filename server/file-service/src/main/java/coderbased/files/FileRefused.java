package coderbased.files;

import coderbased.http.CallRefused;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.time.Duration;

/** A refused call about a file. Its message is for the person who asked; nothing failed inside the server. */
public final class FileRefused extends CallRefused {

    private static final long serialVersionUID = 1L;

    private FileRefused(Problem problem) {
        super(problem);
    }

    static FileRefused because(ErrorCode code, String sentence) {
        return new FileRefused(Problem.of(code, sentence));
    }

    static FileRefused later(ErrorCode code, String sentence, Duration wait) {
        return new FileRefused(new Problem(code, sentence, null, wait.toMillis()));
    }

    /** Refuses an upload that does not exist or belongs to another account: both get the same answer. */
    static FileRefused noSuchUpload() {
        return because(ErrorCode.NOT_FOUND, "There is no such upload. Send the file again.");
    }

    /** Refuses a file that does not exist or that the account may not see: both get the same answer. */
    static FileRefused noSuchFile() {
        return because(ErrorCode.NOT_FOUND, "There is no such file.");
    }
}
