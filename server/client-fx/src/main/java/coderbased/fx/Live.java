package coderbased.fx;

import coderbased.client.net.Subscription;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A value that the client publishes on its own thread, as a property of the JavaFX thread.
 *
 * <p>Values are complete states, so only the newest counts: while one task for the JavaFX thread waits, newer values
 * replace its value. A burst of a hundred changes costs one task and one redraw.
 */
public final class Live<T> implements AutoCloseable {

    private final ReadOnlyObjectWrapper<T> value;
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final Executor fx;
    private final Subscription subscription;

    /**
     * @param first the current value
     * @param source adds a listener, for example {@code client::onState}; closing its subscription removes it
     * @param fx {@link FxThread#executor()}, or the caller's own thread in a test
     */
    public Live(T first, Function<Consumer<T>, Subscription> source, Executor fx) {
        this.value = new ReadOnlyObjectWrapper<>(first);
        this.fx = fx;
        this.subscription = source.apply(this::told);
    }

    /** Returns the newest value, to be read and observed on the JavaFX thread. */
    public ReadOnlyObjectProperty<T> value() {
        return value.getReadOnlyProperty();
    }

    private void told(T fresh) {
        if (waiting.getAndSet(fresh) == null) {
            fx.execute(this::take);
        }
    }

    private void take() {
        T fresh = waiting.getAndSet(null);
        if (fresh != null) {
            value.set(fresh);
        }
    }

    /** Stops listening. */
    @Override
    public void close() {
        subscription.close();
    }
}
