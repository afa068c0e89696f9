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
 * Something the client tells on its own thread, as a property of the JavaFX thread.
 *
 * <p>Values are whole pictures, so only the newest counts: while one hop is under way, newer values replace the one that
 * waits. A burst of a hundred changes costs one hop and one redraw, never a queue.
 */
public final class Live<T> implements AutoCloseable {

    private final ReadOnlyObjectWrapper<T> value;
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final Executor fx;
    private final Subscription subscription;

    /**
     * @param first the present picture
     * @param source where to listen, for example {@code client::onState}; closing what it returns ends it
     * @param fx {@link FxThread#executor()}, or the caller's own thread in a test
     */
    public Live(T first, Function<Consumer<T>, Subscription> source, Executor fx) {
        this.value = new ReadOnlyObjectWrapper<>(first);
        this.fx = fx;
        this.subscription = source.apply(this::told);
    }

    /** The newest picture. Read and observe it on the JavaFX thread. */
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
