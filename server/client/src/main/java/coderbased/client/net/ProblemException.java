package coderbased.client.net;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;

/**
 * Refusal of a call by the server, or a failure to reach it ({@link ErrorCode#TRY_LATER}). The message is for the user.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    /** Returns the server's problem. */
    public Problem problem() {
        return problem;
    }
}
