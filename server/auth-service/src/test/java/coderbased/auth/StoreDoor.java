package coderbased.auth;

import coderbased.auth.session.AuthStore;
import coderbased.auth.session.AuthStoreDown;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A door before a store, which can be shut: then every call fails as it does when the database is away. Or it stands
 * still: then calls wait.
 */
public final class StoreDoor {

    private final AuthStore behind;
    private volatile boolean shut;
    private volatile CountDownLatch moves = new CountDownLatch(0);
    private volatile String dropped = "";
    private volatile @Nullable Pause pause;

    /** One call that waits. */
    private record Pause(String method, boolean done, Runnable meanwhile) {}

    /** A door before that store, open. */
    public StoreDoor(AuthStore behind) {
        this.behind = behind;
    }

    /** The store, as one sees it through the door. */
    public AuthStore store() {
        return (AuthStore) Proxy.newProxyInstance(
                AuthStore.class.getClassLoader(),
                new Class<?>[] {AuthStore.class},
                (proxy, method, arguments) -> call(method, arguments));
    }

    /** The database is away. */
    public void shut() {
        shut = true;
    }

    /** The next call of that name is done, and its caller never hears of it. */
    public void dropAnswerOf(String method) {
        dropped = method;
    }

    /** Before the next call of that name reaches the database, something else happens. */
    public void beforeNext(String method, Runnable meanwhile) {
        pause = new Pause(method, false, meanwhile);
    }

    /** After the next call of that name is on disk, and before its caller hears of it, something else happens. */
    public void afterNext(String method, Runnable meanwhile) {
        pause = new Pause(method, true, meanwhile);
    }

    /** The database answers nothing, and does not say so. */
    public void standStill() {
        moves = new CountDownLatch(1);
    }

    /** The database is back. */
    public void open() {
        shut = false;
        moves.countDown();
    }

    private void meanwhile(Method method, boolean done) {
        Pause next = pause;
        if (next != null && next.method().equals(method.getName()) && next.done() == done) {
            pause = null;
            next.meanwhile().run();
        }
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        moves.await();
        if (shut) {
            throw new AuthStoreDown("the door is shut", new IOException("the door is shut"));
        }
        try {
            meanwhile(method, false);
            Object answer = method.invoke(behind, arguments);
            meanwhile(method, true);
            if (method.getName().equals(dropped)) {
                dropped = "";
                throw new AuthStoreDown("the answer is lost", new IOException("the answer is lost"));
            }
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
