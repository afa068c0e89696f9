package coderbased.bus;

import coderbased.chat.ChatFanout;
import coderbased.chat.InProcessFanout;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Chat news over Redis, with a channel for each account: a node listens to the accounts whose devices it holds, and
 * gets no others.
 *
 * <p>A delivery that could not be published is not kept, only its accounts. Once the bus carries again, they are told
 * that they missed something; the store has it.
 */
final class RedisFanout implements ChatFanout {

    private static final String CHANNEL = "chat:";
    private static final String EVERYBODY = "chat";
    private static final int MAX_REMEMBERED = 100_000;

    private final RedisBus bus;
    private final NodeLives lives;
    private final InProcessFanout here = new InProcessFanout();
    private final Set<String> unpublished = ConcurrentHashMap.newKeySet();
    private volatile boolean unpublishedToMany;

    RedisFanout(RedisBus bus, NodeLives lives) {
        this.bus = bus;
        this.lives = lives;
        lives.onKill(here::missed);
        bus.hear(EVERYBODY, Missed.class, missed -> here.missed());
        bus.onReturn(this::back);
    }

    /** News for one account. */
    sealed interface News {}

    /** A delivery on its way. */
    record Delivered(
            @Nullable String exceptSession,
            @Nullable Place place,
            String text,
            boolean parts,
            @Nullable State about) implements News {

        static Delivered of(Delivery delivery) {
            return new Delivered(
                    delivery.exceptSession(), delivery.place(), delivery.text(), delivery.parts(), delivery.about());
        }

        Delivery to(String account) {
            return new Delivery(Set.of(account), exceptSession, place, text, parts, about);
        }

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Delivered[" + place + "]";
        }
    }

    /** A delivery was lost. */
    record Missed() implements News {}

    @Override
    public void publish(Delivery delivery) {
        here.publish(delivery);
        Delivered told = Delivered.of(delivery);
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

    /** An interest in deliveries of this node and of others. */
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

    /** True, because another node may hold the account. */
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
        if (unpublished.size() < MAX_REMEMBERED) {
            unpublished.add(account);
        } else {
            unpublishedToMany = true;
        }
    }

    /**
     * Tells this node that it may have missed deliveries of others, and the others that they may have missed those of
     * this one.
     */
    private void back() {
        here.missed();
        if (unpublishedToMany) {
            unpublishedToMany = false;
            bus.say(EVERYBODY, new Missed()).whenComplete((nodes, failed) -> unpublishedToMany |= failed != null);
        }
        for (String account : Set.copyOf(unpublished)) {
            unpublished.remove(account);
            say(account, new Missed());
        }
    }

    private static void hand(String account, News news, Receiver receiver) {
        switch (news) {
            case Delivered told -> receiver.hear(told.to(account));
            case Missed missed -> receiver.missed();
        }
    }
}
