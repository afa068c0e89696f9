package coderbased.bus;

import coderbased.chat.ChatFanout;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fan-out of a server that is one node: the publisher's thread calls the receivers, who only queue. */
public final class InProcessFanout implements ChatFanout {

    private static final Logger LOG = LoggerFactory.getLogger(InProcessFanout.class);

    private final ConcurrentHashMap<String, List<Consumer<Delivery>>> receivers = new ConcurrentHashMap<>();

    @Override
    public void publish(Delivery delivery) {
        for (String account : delivery.accounts()) {
            receivers.getOrDefault(account, List.of()).forEach(receiver -> hand(receiver, delivery));
        }
    }

    @Override
    public Interest interest(String accountId, Consumer<Delivery> receiver) {
        receivers.compute(accountId, (account, known) -> {
            List<Consumer<Delivery>> all = known == null ? new CopyOnWriteArrayList<>() : known;
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

    private static void hand(Consumer<Delivery> receiver, Delivery delivery) {
        try {
            receiver.accept(delivery);
        } catch (RuntimeException ofThisReceiverOnly) {
            LOG.error("a receiver failed on {}", delivery, ofThisReceiverOnly);
        }
    }
}
