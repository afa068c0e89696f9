package coderbased.bus;

import coderbased.auth.GuestAnswer;
import coderbased.auth.GuestCalls;
import coderbased.auth.GuestQuestion;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Guest calls where every guest lives in this program: the question is a call, answered on the asking thread. */
public final class InProcessGuestCalls implements GuestCalls {

    private final Map<String, Function<GuestQuestion, GuestAnswer>> nodes = new ConcurrentHashMap<>();

    @Override
    public CompletableFuture<GuestAnswer> ask(String nodeId, GuestQuestion question, Duration deadline) {
        Function<GuestQuestion, GuestAnswer> node = nodes.get(nodeId);
        return CompletableFuture.completedFuture(node == null ? new GuestAnswer.NotHere() : node.apply(question));
    }

    @Override
    public CompletableFuture<GuestAnswer> askAll(GuestQuestion question, Duration deadline) {
        for (Function<GuestQuestion, GuestAnswer> node : nodes.values()) {
            GuestAnswer answer = node.apply(question);
            if (!(answer instanceof GuestAnswer.NotHere)) {
                return CompletableFuture.completedFuture(answer);
            }
        }
        return CompletableFuture.completedFuture(new GuestAnswer.NotHere());
    }

    @Override
    public AutoCloseable serve(String nodeId, Function<GuestQuestion, GuestAnswer> answers) {
        nodes.put(nodeId, answers);
        return () -> nodes.remove(nodeId, answers);
    }
}
