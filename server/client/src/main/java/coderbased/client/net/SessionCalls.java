package coderbased.client.net;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.client.keys.Credentials;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Logout;
import coderbased.protocol.Problem;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * HTTP calls with the credentials of the current session. If the server answers that the session is over, the session
 * ends as if the chat connection had said so. Thread-safe.
 */
public final class SessionCalls {

    private final ClientThread thread;
    private final BackgroundCalls background;
    private final Supplier<Optional<Credentials>> credentials;
    private final Consumer<Logout> ended;

    /**
     * @param credentials of the current session, readable from any thread
     * @param ended called on the client thread when the server has ended the session
     */
    public SessionCalls(ClientThread thread, Supplier<Optional<Credentials>> credentials, Consumer<Logout> ended) {
        this.thread = thread;
        this.background = new BackgroundCalls(thread);
        this.credentials = credentials;
        this.ended = ended;
    }

    /** Makes a call with the session's credentials. */
    public <T> CompletableFuture<T> ask(Function<Credentials, T> call) {
        return ask(call, answer -> answer);
    }

    /** Makes a call without an answer. */
    public CompletableFuture<Void> tell(Consumer<Credentials> call) {
        return ask(by -> {
            call.accept(by);
            return null;
        });
    }

    /** Makes a call, then runs {@code home} with its answer on the client thread. */
    public <T, R> CompletableFuture<R> ask(Function<Credentials, T> call, Function<T, R> home) {
        return credentials
                .get()
                .map(present -> background.run(() -> askAs(present, call), home))
                .orElseGet(() -> CompletableFuture.failedFuture(notSignedIn()));
    }

    /**
     * Makes a call on the caller's thread and waits for its answer.
     *
     * @throws ProblemException if the call fails, or nobody is signed in
     */
    public <T> T now(Function<Credentials, T> call) {
        return askAs(credentials.get().orElseThrow(SessionCalls::notSignedIn), call);
    }

    private <T> T askAs(Credentials present, Function<Credentials, T> call) {
        try {
            return call.apply(present);
        } catch (ProblemException e) {
            thread.execute(() -> endIfOver(present, e.problem()));
            throw e;
        }
    }

    private void endIfOver(Credentials asked, Problem problem) {
        boolean stillTheSame = credentials
                .get()
                .filter(now -> now.sessionId().equals(asked.sessionId()))
                .isPresent();
        if (stillTheSame && problem.code() == ErrorCode.LOGGED_OUT && problem.logout() != null) {
            ended.accept(problem.logout());
        }
    }

    private static ProblemException notSignedIn() {
        return new ProblemException(Problem.of(ErrorCode.NOT_SIGNED_IN, MESSAGES.text("login.missing")));
    }
}
