package coderbased.client;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * HTTP calls in the name of the present session. Where the answer is that the session is over, it ends as if it had
 * been told on the chat connection. Thread-safe.
 */
final class SessionCalls {

    private final ClientThread thread;
    private final Errands errands;
    private final HeldCredentials credentials;
    private final HeldSession session;

    SessionCalls(ClientThread thread, HeldCredentials credentials, HeldSession session) {
        this.thread = thread;
        this.errands = new Errands(thread);
        this.credentials = credentials;
        this.session = session;
    }

    /** Makes a call with the session's credentials. */
    <T> CompletableFuture<T> ask(Function<Credentials, T> call) {
        return ask(call, answer -> answer);
    }

    /** Makes a call without an answer. */
    CompletableFuture<Void> tell(Consumer<Credentials> call) {
        return ask(by -> {
            call.accept(by);
            return null;
        });
    }

    /** Makes a call; {@code home} makes something of the answer, on the client's own thread. */
    <T, R> CompletableFuture<R> ask(Function<Credentials, T> call, Function<T, R> home) {
        return credentials
                .get()
                .map(present -> errands.run(() -> askAs(present, call), home))
                .orElseGet(() -> CompletableFuture.failedFuture(notSignedIn()));
    }

    /**
     * Makes a call on the thread that calls, and waits for its answer.
     *
     * @throws ProblemException as the call does, or where nobody is signed in
     */
    <T> T now(Function<Credentials, T> call) {
        return askAs(credentials.get().orElseThrow(SessionCalls::notSignedIn), call);
    }

    private <T> T askAs(Credentials present, Function<Credentials, T> call) {
        try {
            return call.apply(present);
        } catch (ProblemException refused) {
            thread.execute(() -> endIfOver(present, refused.problem()));
            throw refused;
        }
    }

    private void endIfOver(Credentials asked, Problem problem) {
        boolean stillTheSame = credentials
                .get()
                .filter(now -> now.sessionId().equals(asked.sessionId()))
                .isPresent();
        if (stillTheSame && problem.code() == ErrorCode.LOGGED_OUT && problem.logout() != null) {
            session.told(problem.logout());
        }
    }

    private static ProblemException notSignedIn() {
        return new ProblemException(Problem.of(ErrorCode.NOT_SIGNED_IN, "Sign in first."));
    }
}
