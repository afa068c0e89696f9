package coderbased.chat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** A real store in which something happens before or after the next call of a method. Thread-safe. */
final class StoreHooks {

    private final Map<String, Callable<?>> before = new ConcurrentHashMap<>();
    private final Map<String, Callable<?>> after = new ConcurrentHashMap<>();

    /** Runs {@code todo} before the next call of that method. */
    void before(String method, Callable<?> todo) {
        before.put(method, todo);
    }

    /** Runs {@code todo} after the next call of that method was done and before its caller hears of it. */
    void after(String method, Callable<?> todo) {
        after.put(method, todo);
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

    private static void run(Callable<?> todo) throws Exception {
        if (todo != null) {
            todo.call();
        }
    }
}
