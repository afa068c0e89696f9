package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Interest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The devices that chat on this node, by session and by account.
 *
 * <p>As long as an account has a device here, the {@link ChatFanout} is asked for its deliveries. One session has one
 * connection: a newer one takes the place of the older. Thread-safe.
 */
final class LiveSockets {

    private final ChatFanout fanout;
    private final int perAccount;
    private final ConcurrentHashMap<String, LiveDevice> bySession = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Household> byAccount = new ConcurrentHashMap<>();

    /** The devices of one account, and the interest that brings their deliveries here. */
    private record Household(List<LiveDevice> devices, Interest interest) {}

    LiveSockets(ChatFanout fanout, int perAccount) {
        this.fanout = fanout;
        this.perAccount = perAccount;
    }

    /** Takes a device in, in place of the same session's older connection; false where its account has too many here. */
    synchronized boolean enter(LiveDevice device) {
        String account = device.session().accountId();
        LiveDevice older = bySession.get(device.session().id());
        if (older == null && ofAccount(account).size() >= perAccount) {
            return false;
        }
        List<LiveDevice> devices = byAccount.computeIfAbsent(account, this::household).devices();
        devices.add(device);
        bySession.put(device.session().id(), device);
        if (older != null) {
            devices.remove(older);
            older.giveWay();
        }
        return true;
    }

    /** A device's connection is gone; true where no newer one had taken its place. */
    synchronized boolean leave(LiveDevice device) {
        boolean wasCurrent = bySession.remove(device.session().id(), device);
        Household household = byAccount.get(device.session().accountId());
        if (household != null) {
            household.devices().remove(device);
            if (household.devices().isEmpty()) {
                byAccount.remove(device.session().accountId());
                household.interest().close();
            }
        }
        return wasCurrent;
    }

    Optional<LiveDevice> ofSession(String sessionId) {
        return Optional.ofNullable(bySession.get(sessionId));
    }

    List<LiveDevice> ofAccount(String accountId) {
        Household household = byAccount.get(accountId);
        return household == null ? List.of() : household.devices();
    }

    Collection<LiveDevice> all() {
        return bySession.values();
    }

    private Household household(String accountId) {
        List<LiveDevice> devices = new CopyOnWriteArrayList<>();
        return new Household(devices, fanout.interest(accountId, delivery -> hear(devices, delivery)));
    }

    private static void hear(List<LiveDevice> devices, Delivery delivery) {
        devices.forEach(device -> device.feed().hear(delivery));
    }
}
