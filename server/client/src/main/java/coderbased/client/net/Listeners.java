package coderbased.client.net;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listeners of future events. Called on the client thread; added and removed from any thread. */
public final class Listeners<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Stay<T>> stays = new CopyOnWriteArrayList<>();

    /** Calls all listeners, on the client thread only. One that fails does not affect the others. */
    public void tell(T news) {
        stays.forEach(stay -> stay.tell(news));
    }

    public Subscription listen(Consumer<T> listener) {
        Stay<T> stay = stay(listener);
        stay.join();
        return stay;
    }

    /** Returns a subscription that receives nothing until it joins. */
    Stay<T> stay(Consumer<T> listener) {
        return new Stay<>(listener, stays);
    }

    /** One listener; after it leaves it receives nothing, not even events already on their way. */
    static final class Stay<T> implements Subscription {

        private final Consumer<T> listener;
        private final List<Stay<T>> stays;
        private volatile boolean over;

        private Stay(Consumer<T> listener, List<Stay<T>> stays) {
            this.listener = listener;
            this.stays = stays;
        }

        void join() {
            if (!over) {
                stays.add(this);
            }
        }

        void tell(T news) {
            if (over) {
                return;
            }
            try {
                listener.accept(news);
            } catch (RuntimeException | Error e) {
                LOG.error("A listener failed", e);
            }
        }

        @Override
        public void close() {
            over = true;
            stays.remove(this);
        }
    }
}
