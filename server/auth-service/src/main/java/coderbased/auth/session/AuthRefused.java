package coderbased.auth.session;

import coderbased.http.CallRefused;
import coderbased.protocol.Logout;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import java.time.Duration;

/** The Auth Service says no. Its message is for the person who asked; nothing went wrong inside the server. */
public final class AuthRefused extends CallRefused {

    private static final long serialVersionUID = 1L;

    /** Refuses with that problem. */
    public AuthRefused(Problem problem) {
        super(problem);
    }

    /** Refuses for that reason, with its arguments: a name, its value, the next name, and so on. */
    public static AuthRefused because(ProblemReason reason, Object... namesAndValues) {
        return new AuthRefused(reason.problem(namesAndValues));
    }

    /** Refuses because the session is over. */
    public static AuthRefused loggedOut(Logout logout) {
        return new AuthRefused(ProblemReason.LOGGED_OUT
                .problem()
                .with(logout)
                .worded(logout.reason().sentence()));
    }

    /** Refuses for now. */
    public static AuthRefused later(ProblemReason reason, Duration wait) {
        return new AuthRefused(reason.problem().retryAfter(Math.max(0, wait.toMillis())));
    }
}
