package coderbased.client.net;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.util.concurrent.CompletionException;

/** Translates failures into the exceptions that the client's API throws. */
public final class Failures {

    private Failures() {}

    /** Returns the {@link ProblemException} that a future failed with, without its wrappers. */
    public static ProblemException of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return new ProblemException(Problem.of(ErrorCode.INTERNAL, Sentences.notUnderstood()));
    }

    /**
     * Returns the failure for an unexpected exception: the exception itself, because many carry a message for the user,
     * or a general message in place of an {@link Error}.
     */
    public static Throwable mistake(Throwable failure) {
        Throwable cause = unwrapped(failure);
        return cause instanceof Exception ? cause : unforeseen();
    }

    /** Returns a general message for the user, for a bug on the client thread. */
    public static ProblemException unforeseen() {
        return new ProblemException(Problem.of(ErrorCode.INTERNAL, Sentences.unexpected()));
    }

    /** Returns the cause that a future's stages have wrapped. */
    public static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
