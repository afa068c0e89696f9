package coderbased.http;

import coderbased.protocol.Problem;

/** A refused call. Its message is for the person who asked; nothing failed inside the server. */
public class CallRefused extends RuntimeException implements HttpRefusal {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Refuses with that problem. */
    public CallRefused(Problem problem) {
        // A refusal is an answer, not a failure: nobody reads its stack trace, and under attack there are many.
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    @Override
    public final Problem problem() {
        return problem;
    }
}
