package coderbased.client.net;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;

/** The server refused a call, or could not be reached ({@link ErrorCode#TRY_LATER}). The message is for the person. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    /** What the server said. */
    public Problem problem() {
        return problem;
    }
}
