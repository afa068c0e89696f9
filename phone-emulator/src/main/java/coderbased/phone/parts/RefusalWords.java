package coderbased.phone.parts;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.client.net.ProblemException;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reason why a call to the server failed, in words. */
public final class RefusalWords {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalWords.class);

    private RefusalWords() {}

    /** Returns the problem behind a failed future. */
    public static Problem of(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ProblemException refused) {
            return refused.problem();
        }
        if (cause instanceof CancellationException) {
            // The client was closed meanwhile: nobody waits for this any more.
            return Problem.of(ErrorCode.INTERNAL, MESSAGES.text("refusal.cancelled"));
        }
        LOG.warn("A call failed unexpectedly", cause);
        return Problem.of(ErrorCode.INTERNAL, MESSAGES.text("refusal.failed"));
    }
}
