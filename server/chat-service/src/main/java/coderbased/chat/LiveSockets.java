package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Interest;
import coderbased.protocol.Logout;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The devices that chat on this node, by session and by account.
 *
 * <p>As long as an account has a device here, the {@link ChatFanout} is asked for its deliveries, and it is {@link Presence
 * here}. One session has one connection: a newer one takes the place of the older. Thread-safe.
 */
final class LiveSockets {

    private static final int REMEMBERED_ENDS = 4_096;

    private final ChatFanout fanout;
    private final Presence presence;
    private final int perAccount;
    private final Consumer<LiveDevice> parted;
    private final Consumer<Logout> closed;
    private final ConcurrentHashMap<String, LiveDevice> bySession = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Household> byAccount = new ConcurrentHashMap<>();

    /**
     * The sessions that ended last. One that ends after the Auth Service admitted it and before its device enters here
     * would otherwise be heard of by nobody; between the two lie milliseconds.
     */
    private final Map<String, Logout> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Logout> eldest) {
            return size() > REMEMBERED_ENDS;
        }
    };

    /** What became of {@link #enter}. */
    sealed interface Entry {

        /** The device is in. */
        record In() implements Entry {}

        /** Its account holds as many connections here as it may. */
        record Full() implements Entry {}

        /** Its session ended a moment ago. */
        record Over(Logout logout) implements Entry {}
    }

    /** The devices of one account, and the interest that brings their deliveries here. */
    private record Household(List<LiveDevice> devices, Interest interest) {}

    /**
     * @param parted told of a device whose account may have parted with people; must return quickly
     * @param closed told of a logout once the connection it ended is gone; must return quickly
     */
    LiveSockets(
            ChatFanout fanout,
            Presence presence,
            int perAccount,
            Consumer<LiveDevice> parted,
            Consumer<Logout> closed) {
        this.fanout = fanout;
        this.presence = presence;
        this.perAccount = perAccount;
        this.parted = parted;
        this.closed = closed;
    }

    /** Takes a device in, in place of the same session's older connection. */
    synchronized Entry enter(LiveDevice device) {
        String account = device.session().accountId();
        Logout over = ended.get(device.session().id());
        if (over != null) {
            return new Entry.Over(over);
        }
        LiveDevice older = bySession.get(device.session().id());
        if (older == null && ofAccount(account).size() >= perAccount) {
            return new Entry.Full();
        }
        List<LiveDevice> devices =
                byAccount.computeIfAbsent(account, this::household).devices();
        devices.add(device);
        bySession.put(device.session().id(), device);
        if (older != null) {
            devices.remove(older);
            older.giveWay();
        }
        return new Entry.In();
    }

    /** A session is over: its device, if it is here, hears why and nothing after that. */
    synchronized void end(String sessionId, Logout logout) {
        ended.put(sessionId, logout);
        LiveDevice device = bySession.get(sessionId);
        if (device != null) {
            device.logOut(logout, () -> closed.accept(logout));
        }
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
                presence.left(device.session().accountId());
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
        presence.came(accountId);
        return new Household(devices, fanout.interest(accountId, delivery -> hear(devices, delivery)));
    }

    private void hear(List<LiveDevice> devices, Delivery delivery) {
        for (LiveDevice device : devices) {
            if (delivery.parts()) {
                parted.accept(device);
            }
            if (!device.session().id().equals(delivery.exceptSession())) {
                device.feed().hear(delivery);
            }
        }
    }
}
