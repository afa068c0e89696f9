package coderbased.bus;

import coderbased.chat.ChatFanout;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A channel for each account: a node listens to those whose devices it holds, and hears of no others.
 *
 * <p>What could not be said is not kept. It is only remembered whom it was for, and once the bus carries again they are told
 * that they missed something: the store has it.
 */
final class RedisFanout implements ChatFanout {

    private static final String CHANNEL = "chat:";
    private static final String EVERYBODY = "chat";
    private static final int REMEMBERED = 100_000;

    private final RedisBus bus;
    private final NodeLives lives;
    private final InProcessFanout here = new InProcessFanout();
    private final Set<String> unsaid = ConcurrentHashMap.newKeySet();
    private volatile boolean unsaidToMany;

    RedisFanout(RedisBus bus, NodeLives lives) {
        this.bus = bus;
        this.lives = lives;
        lives.onKill(here::missed);
        bus.hear(EVERYBODY, Missed.class, missed -> here.missed());
        bus.onReturn(this::back);
    }

    /** What goes to one account. */
    sealed interface News {}

    /** A delivery on its way. */
    record Told(
            @Nullable String exceptSession,
            @Nullable Place place,
            String text,
            boolean parts,
            @Nullable State about) implements News {

        static Told of(Delivery delivery) {
            return new Told(
                    delivery.exceptSession(), delivery.place(), delivery.text(), delivery.parts(), delivery.about());
        }

        Delivery to(String account) {
            return new Delivery(Set.of(account), exceptSession, place, text, parts, about);
        }

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Told[" + place + "]";
        }
    }

    /** A delivery was lost. */
    record Missed() implements News {}

    @Override
    public void publish(Delivery delivery) {
        here.publish(delivery);
        Told told = Told.of(delivery);
        for (String account : delivery.accounts()) {
            say(account, told);
        }
    }

    @Override
    public Interest interest(String accountId, Receiver receiver) {
        Interest inside = here.interest(accountId, receiver);
        Hearing outside = bus.hear(CHANNEL + accountId, News.class, news -> hand(accountId, news, receiver));
        return new Both(inside, outside);
    }

    /** An interest in what is said on this node and on others. */
    private record Both(Interest inside, Hearing outside) implements Interest {

        @Override
        public void awaitBegun() {
            outside.awaitBegun();
        }

        @Override
        public void close() {
            inside.close();
            outside.close();
        }
    }

    /** Another node may. */
    @Override
    public boolean isHeard(String accountId) {
        return true;
    }

    @Override
    public boolean carries() {
        return bus.carries();
    }

    @Override
    public void leave() {
        lives.leave();
    }

    private void say(String account, News news) {
        bus.say(CHANNEL + account, (Record) news).whenComplete((nodes, failed) -> {
            if (failed != null) {
                remember(account);
            }
        });
    }

    private void remember(String account) {
        if (unsaid.size() < REMEMBERED) {
            unsaid.add(account);
        } else {
            unsaidToMany = true;
        }
    }

    /** This node may have missed what others said, and others what this one could not say. */
    private void back() {
        here.missed();
        if (unsaidToMany) {
            unsaidToMany = false;
            bus.say(EVERYBODY, new Missed()).whenComplete((nodes, failed) -> unsaidToMany |= failed != null);
        }
        for (String account : Set.copyOf(unsaid)) {
            unsaid.remove(account);
            say(account, new Missed());
        }
    }

    private static void hand(String account, News news, Receiver receiver) {
        switch (news) {
            case Told told -> receiver.hear(told.to(account));
            case Missed missed -> receiver.missed();
        }
    }
}
