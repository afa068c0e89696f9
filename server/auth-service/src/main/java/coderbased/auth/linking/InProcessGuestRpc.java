package coderbased.auth.linking;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Guest calls of a server that is one node: each is a method call on the asking thread. */
public final class InProcessGuestRpc implements GuestRpc {

    private final Map<String, Function<GuestRequest, GuestResponse>> nodes = new ConcurrentHashMap<>();

    @Override
    public CompletableFuture<GuestResponse> ask(String nodeId, GuestRequest question, Duration deadline) {
        Function<GuestRequest, GuestResponse> node = nodes.get(nodeId);
        return CompletableFuture.completedFuture(node == null ? new GuestResponse.NotHere() : node.apply(question));
    }

    @Override
    public CompletableFuture<GuestResponse> askAll(GuestRequest question, Duration deadline) {
        for (Function<GuestRequest, GuestResponse> node : nodes.values()) {
            GuestResponse answer = node.apply(question);
            if (!(answer instanceof GuestResponse.NotHere)) {
                return CompletableFuture.completedFuture(answer);
            }
        }
        return CompletableFuture.completedFuture(new GuestResponse.NotHere());
    }

    @Override
    public AutoCloseable serve(String nodeId, Function<GuestRequest, GuestResponse> answers) {
        nodes.put(nodeId, answers);
        return () -> nodes.remove(nodeId, answers);
    }
}
