package coderbased.chat;

import coderbased.outage.Outage;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fan-out of a server that is one node: the publisher's thread calls the receivers, which only queue. */
public final class InProcessFanout implements ChatFanout {

    private static final Logger LOG = LoggerFactory.getLogger(InProcessFanout.class);

    private final ConcurrentHashMap<String, List<Receiver>> receivers = new ConcurrentHashMap<>();

    @Override
    public void publish(Delivery delivery) {
        for (String account : delivery.accounts()) {
            receivers.getOrDefault(account, List.of()).forEach(receiver -> hand(receiver, delivery));
        }
    }

    @Override
    public Interest interest(String accountId, Receiver receiver) {
        receivers.compute(accountId, (account, known) -> {
            List<Receiver> all = known == null ? new CopyOnWriteArrayList<>() : known;
            all.add(receiver);
            return all;
        });
        return () -> receivers.computeIfPresent(accountId, (account, all) -> {
            all.remove(receiver);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public boolean isHeard(String accountId) {
        return receivers.containsKey(accountId);
    }

    @Override
    public boolean carries() {
        return true;
    }

    /** Tells the receivers of that account that deliveries may have been lost. */
    public void missed(String account) {
        receivers.getOrDefault(account, List.of()).forEach(Receiver::missed);
    }

    /** Tells all receivers that deliveries may have been lost. */
    public void missed() {
        receivers.keySet().forEach(this::missed);
    }

    private static void hand(Receiver receiver, Delivery delivery) {
        try {
            receiver.hear(delivery);
        } catch (RuntimeException | Error e) {
            if (!Outage.isLogged(e)) {
                LOG.error("Could not deliver a chat event to a device", e);
            }
        }
    }
}
