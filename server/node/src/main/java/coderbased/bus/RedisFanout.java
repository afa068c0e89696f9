package coderbased.bus;

import coderbased.chat.ChatFanout;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A channel for each account: a node listens to those whose devices it holds, and hears of no others. */
final class RedisFanout implements ChatFanout {

    private static final String CHANNEL = "chat:";

    private final RedisBus bus;
    private final InProcessFanout here = new InProcessFanout();

    RedisFanout(RedisBus bus) {
        this.bus = bus;
    }

    /** A delivery on its way to one account. */
    record Told(@Nullable String exceptSession, @Nullable Place place, String text, boolean parts) {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Told[" + place + "]";
        }
    }

    @Override
    public void publish(Delivery delivery) {
        here.publish(delivery);
        Told told = new Told(delivery.exceptSession(), delivery.place(), delivery.text(), delivery.parts());
        for (String account : delivery.accounts()) {
            bus.say(CHANNEL + account, told);
        }
    }

    @Override
    public Interest interest(String accountId, Consumer<Delivery> receiver) {
        Interest inside = here.interest(accountId, receiver);
        RedisBus.Hearing outside = bus.hear(
                CHANNEL + accountId,
                Told.class,
                told -> receiver.accept(new Delivery(
                        Set.of(accountId), told.exceptSession(), told.place(), told.text(), told.parts())));
        return () -> {
            inside.close();
            outside.close();
        };
    }

    /** Another node may. */
    @Override
    public boolean isHeard(String accountId) {
        return true;
    }
}
