package coderbased.store.chat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** The statements that a connection prepares. For one thread. */
final class SqlRecorder {

    private final Set<String> statements = new LinkedHashSet<>();

    /** Returns the statements so far, in the order of their first use. */
    Set<String> statements() {
        return Collections.unmodifiableSet(statements);
    }

    /** Returns the same connection; what it prepares is noted. */
    Connection around(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
