package coderbased.auth.session;

import coderbased.http.CallRefused;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Logout;
import coderbased.protocol.Problem;
import java.time.Duration;

/** The Auth Service says no. Its message is for the person who asked; nothing went wrong inside the server. */
public final class AuthRefused extends CallRefused {

    private static final long serialVersionUID = 1L;

    /** Refuses with that problem. */
    public AuthRefused(Problem problem) {
        super(problem);
    }

    /** Refuses with a code for programs and a sentence for the person. */
    public static AuthRefused because(ErrorCode code, String sentence) {
        return new AuthRefused(Problem.of(code, sentence));
    }

    /** Refuses because the session is over. */
    public static AuthRefused loggedOut(Logout logout) {
        return new AuthRefused(new Problem(ErrorCode.LOGGED_OUT, logout.reason().sentence(), logout, null));
    }

    /** Refuses for now. */
    public static AuthRefused later(ErrorCode code, String sentence, Duration wait) {
        return new AuthRefused(new Problem(code, sentence, null, Math.max(0, wait.toMillis())));
    }
}
