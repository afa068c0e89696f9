package coderbased.chat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A real store in which something happens before or after the next call of a method. Thread-safe. */
final class StoreHooks {

    private final Map<String, Hook> before = new ConcurrentHashMap<>();
    private final Map<String, Hook> after = new ConcurrentHashMap<>();

    private record Hook(Callable<?> todo, CompletableFuture<Void> done) {}

    /** Runs {@code todo} before the next call of that method; what is returned is done once it has run. */
    CompletableFuture<Void> before(String method, Callable<?> todo) {
        return put(before, method, todo);
    }

    /** Runs {@code todo} after the next call of that method was done and before its caller hears of it. */
    CompletableFuture<Void> after(String method, Callable<?> todo) {
        return put(after, method, todo);
    }

    /** The next call of that method is done, and its caller is told that it failed. */
    void loseAnswerOf(String method) {
        after(method, () -> {
            throw new ChatStore.StoreUnavailable("the answer is lost", new IllegalStateException("lost"));
        });
    }

    ChatStore around(ChatStore store) {
        return (ChatStore) Proxy.newProxyInstance(
                ChatStore.class.getClassLoader(), new Class<?>[] {ChatStore.class}, (_, method, arguments) -> {
                    run(before.remove(method.getName()));
                    try {
                        Object answer = method.invoke(store, arguments);
                        run(after.remove(method.getName()));
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static CompletableFuture<Void> put(Map<String, Hook> hooks, String method, Callable<?> todo) {
        Hook hook = new Hook(todo, new CompletableFuture<>());
        hooks.put(method, hook);
        return hook.done();
    }

    private static void run(Hook hook) throws Exception {
        if (hook == null) {
            return;
        }
        try {
            hook.todo().call();
        } finally {
            hook.done().complete(null);
        }
    }
}
