package coderbased.client.net;

/** A listener's stay. Closing it, from any thread and as often as one likes, ends the calls. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
