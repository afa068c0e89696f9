package coderbased.client.net;

import java.util.function.Consumer;

/**
 * A value that listeners follow. Set on the client thread, read from any.
 *
 * <p>A listener is first called with the current value, then with each new one. It misses none and gets none twice,
 * because joining is itself a task of that thread.
 */
public final class Observable<T> {

    private final ClientThread thread;
    private final Listeners<T> news = new Listeners<>();
    private volatile T value;

    public Observable(ClientThread thread, T first) {
        this.thread = thread;
        this.value = first;
    }

    public T get() {
        return value;
    }

    /** Sets the value. On the client thread only. */
    public void set(T next) {
        value = next;
        news.tell(next);
    }

    public Subscription watch(Consumer<T> listener) {
        Listeners.Stay<T> stay = news.stay(listener);
        thread.execute(() -> {
            stay.tell(value);
            stay.join();
        });
        return stay;
    }
}
