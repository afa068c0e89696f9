package coderbased.client.net;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.util.concurrent.CompletionException;

/** What went wrong, as the front doors tell it. */
public final class Failures {

    private Failures() {}

    /** What a future failed with: a {@link ProblemException}, whatever it was wrapped in. */
    public static ProblemException of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return new ProblemException(Problem.of(ErrorCode.INTERNAL, Sentences.NOT_UNDERSTOOD));
    }

    /**
     * What a future fails with that nobody foresaw: an exception as it is, for many have a sentence for the person, and a
     * sentence in place of an {@link Error}.
     */
    public static Throwable mistake(Throwable failure) {
        Throwable cause = unwrapped(failure);
        return cause instanceof Exception ? cause : unforeseen();
    }

    /** Returns a problem with a sentence for the person, for a mistake on the client's own thread. */
    public static ProblemException unforeseen() {
        return new ProblemException(Problem.of(ErrorCode.INTERNAL, Sentences.MISTAKE));
    }

    /** The cause that a future's stages wrapped. */
    public static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
