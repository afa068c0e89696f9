package coderbased.bus;

import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthEvents;
import coderbased.auth.session.InProcessAuthEvents;
import java.util.function.Consumer;

/** Auth events for every node: they always reach this one, and the others while Redis is reachable. */
final class RedisAuthEvents implements AuthEvents, AutoCloseable {

    private static final String CHANNEL = "events";

    private final RedisBus bus;
    private final InProcessAuthEvents here = new InProcessAuthEvents();

    RedisAuthEvents(RedisBus bus) {
        this.bus = bus;
        bus.hear(CHANNEL, AuthEvent.class, here::publish);
    }

    @Override
    public void publish(AuthEvent event) {
        here.publish(event);
        bus.say(CHANNEL, (Record) event);
    }

    @Override
    public AutoCloseable subscribe(Consumer<AuthEvent> listener) {
        return here.subscribe(listener);
    }

    @Override
    public void close() {
        here.close();
    }
}
