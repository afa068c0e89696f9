package coderbased.client.net;

/** Subscription of a listener. {@code close} ends it; it may be called from any thread and more than once. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
