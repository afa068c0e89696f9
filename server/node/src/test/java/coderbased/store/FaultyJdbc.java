package coderbased.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A way to a real database on which one call fails, and perhaps every one after it: a statement, a commit or a
 * rollback. The call fails before the database has heard of it, or after the database has done it. Thread-safe.
 */
final class FaultyJdbc {

    private static final Set<String> COUNTED = Set.of(
            "execute", "executeQuery", "executeUpdate", "executeBatch", "executeLargeUpdate", "commit", "rollback");

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile int failing = Integer.MAX_VALUE;
    private volatile Failure failure = new Failure(true, false);

    /**
     * The way in which calls fail.
     *
     * @param before true if the database does not hear of the call
     * @param lasting true if all later calls fail as well, a rollback among them
     */
    record Failure(boolean before, boolean lasting) {}

    DataSource through(DataSource real) {
        return proxy(DataSource.class, real);
    }

    /** Makes the {@code call}-th call from now on fail; the first is 1. */
    void fail(int call, Failure how) {
        failure = how;
        calls.set(0);
        failing = call;
    }

    /** Lets every call through again. True if one had failed. */
    boolean heal() {
        failing = Integer.MAX_VALUE;
        return failed.getAndSet(0) > 0;
    }

    private boolean isToFail() {
        int call = calls.incrementAndGet();
        boolean fails = call == failing || call > failing && failure.lasting();
        if (fails) {
            failed.incrementAndGet();
        }
        return fails;
    }

    private <T> T proxy(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> call(real, method, arguments)));
    }

    private @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean fails = COUNTED.contains(method.getName()) && isToFail();
        if (fails && failure.before()) {
            throw new SQLException("made to fail before it was done");
        }
        Object result = invoke(real, method, arguments);
        if (fails) {
            throw new SQLException("made to fail after it was done");
        }
        return switch (result) {
            case Connection connection -> proxy(Connection.class, connection);
            case PreparedStatement statement -> proxy(PreparedStatement.class, statement);
            case Statement statement -> proxy(Statement.class, statement);
            case null, default -> result;
        };
    }

    private static @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
