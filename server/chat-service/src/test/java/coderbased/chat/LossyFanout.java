package coderbased.chat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A fan-out between several Chat Services, which loses or holds back deliveries on request. Thread-safe. */
final class LossyFanout implements ChatFanout {

    private final InProcessFanout whole = new InProcessFanout();
    private final List<Receiver> receivers = new CopyOnWriteArrayList<>();
    private final Queue<Delivery> heldBack = new ConcurrentLinkedQueue<>();
    volatile boolean loses;
    volatile boolean holdsBack;
    volatile boolean carries = true;

    void outageIsOver() {
        receivers.forEach(Receiver::missed);
    }

    /** Delivers what was held back, in order. */
    void letsGo() {
        holdsBack = false;
        heldBack.forEach(whole::publish);
        heldBack.clear();
    }

    /** Returns what was held back and is not delivered by this object any more. */
    List<Delivery> takesHeldBack() {
        List<Delivery> taken = List.copyOf(heldBack);
        heldBack.clear();
        return taken;
    }

    @Override
    public void publish(Delivery delivery) {
        if (holdsBack) {
            heldBack.add(delivery);
        } else if (!loses) {
            whole.publish(delivery);
        }
    }

    @Override
    public Interest interest(String accountId, Receiver receiver) {
        receivers.add(receiver);
        return whole.interest(accountId, receiver);
    }

    @Override
    public boolean isHeard(String accountId) {
        return true;
    }

    @Override
    public boolean carries() {
        return carries;
    }
}
