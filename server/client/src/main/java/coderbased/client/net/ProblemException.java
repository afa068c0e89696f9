package coderbased.client.net;

import coderbased.client.messages.ProblemWords;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.NameRule;
import coderbased.protocol.Problem;
import java.util.Optional;

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

    /** Returns the problem with a name of a person or a device, as the server would refuse it; empty for a good one. */
    public static Optional<ProblemException> ofName(String name) {
        return NameRule.problem(name).map(ProblemWords::worded).map(ProblemException::new);
    }

    /** Returns the server's problem. */
    public Problem problem() {
        return problem;
    }
}
