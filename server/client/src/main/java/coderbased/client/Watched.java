package coderbased.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A value that listeners follow. Set on the client's own thread, read from any.
 *
 * <p>A listener is first called with the value as it stands, then with each new one: it misses none and hears none twice,
 * because joining is itself a task of that thread.
 */
final class Watched<T> {

    private final ClientThread thread;
    private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();
    private volatile T value;

    Watched(ClientThread thread, T first) {
        this.thread = thread;
        this.value = first;
    }

    T get() {
        return value;
    }

    /** On the client's own thread only. */
    void set(T next) {
        if (!next.equals(value)) {
            value = next;
            listeners.forEach(listener -> listener.accept(next));
        }
    }

    Subscription watch(Consumer<T> listener) {
        Stay<T> stay = new Stay<>(listener);
        thread.execute(() -> {
            listeners.add(stay);
            stay.accept(value);
        });
        return () -> {
            stay.over = true;
            listeners.remove(stay);
        };
    }

    private static final class Stay<T> implements Consumer<T> {
        private final Consumer<T> listener;
        private volatile boolean over;

        Stay(Consumer<T> listener) {
            this.listener = listener;
        }

        @Override
        public void accept(T next) {
            if (!over) {
                listener.accept(next);
            }
        }
    }
}
