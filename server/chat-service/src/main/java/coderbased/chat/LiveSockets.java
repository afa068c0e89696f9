package coderbased.chat;

import coderbased.chat.ChatFanout.Interest;
import coderbased.protocol.Contact;
import coderbased.protocol.Logout;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The devices that chat on this node, by session and by account.
 *
 * <p>As long as an account has a device here, the node receives its deliveries from the {@link ChatFanout} and reports
 * it as connected to {@link Presence}. One session has one connection: a newer one replaces the older. Thread-safe.
 *
 * <p>Way out 3.
 */
final class LiveSockets {

    private final ChatFanout fanout;
    private final Presence presence;
    private final int perAccount;
    private final GapRecovery gaps;
    private final Consumer<Logout> closed;
    private final ConcurrentHashMap<String, LiveDevice> bySession = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Home> byAccount = new ConcurrentHashMap<>();

    private final PendingAdmissions knocks = new PendingAdmissions();

    /** The result of {@link #enter}. */
    sealed interface Entry {

        /** The device is in. */
        record In() implements Entry {}

        /** Its account has as many connections here as it may. */
        record Full() implements Entry {}

        /** Its session ended meanwhile. */
        record Over(Logout logout) implements Entry {}

        /** Its session was frozen meanwhile. */
        record Frozen() implements Entry {}

        /** Its session was renewed meanwhile, on a newer connection. */
        record Late() implements Entry {}
    }

    /** The devices of one account, and the interest that brings their deliveries here. */
    private record Home(AccountDevices account, Interest interest) {
        List<LiveDevice> devices() {
            return account.devices();
        }
    }

    /** @param closed called after a logout, once the connection that it ended is gone; must return quickly */
    LiveSockets(ChatFanout fanout, Presence presence, int perAccount, GapRecovery gaps, Consumer<Logout> closed) {
        this.fanout = fanout;
        this.presence = presence;
        this.perAccount = perAccount;
        this.gaps = gaps;
        this.closed = closed;
    }

    /** Begins an admission. Returns its number for {@link #enter} and {@link #knocked}. */
    synchronized long knock() {
        return knocks.begin();
    }

    /** Ends an admission: the connection was let in or turned away. */
    synchronized void knocked(long knock) {
        knocks.end(knock);
    }

    /**
     * Lets a device in, in place of the same session's older connection, unless its session was cut since it knocked.
     *
     * @param greet tells the device that it is in, before anybody else can tell it anything; must return at once
     */
    synchronized Entry enter(LiveDevice device, long knock, Runnable greet) {
        String session = device.session().id();
        Optional<Entry> out = knocks.against(knock, session, device.renewal()).map(LiveSockets::verdict);
        return out.orElseGet(() -> take(device, bySession.get(session), greet));
    }

    private Entry take(LiveDevice device, @Nullable LiveDevice other, Runnable greet) {
        String account = device.session().accountId();
        if (other != null && other.renewal() > device.renewal()) {
            return new Entry.Late();
        }
        if (other == null && ofAccount(account).size() >= perAccount) {
            return new Entry.Full();
        }
        List<LiveDevice> devices =
                byAccount.computeIfAbsent(account, this::home).devices();
        greet.run();
        devices.add(device);
        bySession.put(device.session().id(), device);
        if (other != null) {
            devices.remove(other);
            other.giveWay();
        }
        return new Entry.In();
    }

    /** Ends the connection of an ended session, if it is here: the device is told why and nothing more. */
    synchronized void end(String sessionId, Logout logout) {
        knocks.hear(new PendingAdmissions.News.Ended(sessionId, logout));
        LiveDevice device = bySession.get(sessionId);
        if (device != null) {
            device.logOut(logout, () -> closed.accept(logout));
        }
    }

    /** Ends the connection of a frozen session, if it is here: the device is told that and nothing more. */
    synchronized void freeze(String sessionId) {
        knocks.hear(new PendingAdmissions.News.Frozen(sessionId));
        LiveDevice device = bySession.get(sessionId);
        if (device != null) {
            device.freeze();
        }
    }

    /** Handles a renewal on another node: an older connection here ends, a newer one stays. */
    synchronized void renewedElsewhere(String sessionId, long renewal) {
        knocks.hear(new PendingAdmissions.News.Renewed(sessionId, renewal));
        LiveDevice device = bySession.get(sessionId);
        if (device != null && device.renewal() < renewal) {
            device.giveWay();
        }
    }

    /** Removes a device whose connection is gone; true if no newer connection had replaced it. */
    synchronized boolean leave(LiveDevice device) {
        boolean wasCurrent = bySession.remove(device.session().id(), device);
        Home home = byAccount.get(device.session().accountId());
        if (home != null) {
            home.devices().remove(device);
            if (home.devices().isEmpty()) {
                byAccount.remove(device.session().accountId());
                home.interest().close();
                presence.left(device.session().accountId());
            }
        }
        return wasCurrent;
    }

    Optional<LiveDevice> ofSession(String sessionId) {
        return Optional.ofNullable(bySession.get(sessionId));
    }

    List<LiveDevice> ofAccount(String accountId) {
        Home home = byAccount.get(accountId);
        return home == null ? List.of() : home.devices();
    }

    /**
     * Waits until deliveries to that account arrive here; only then is every earlier change certain to be in the store.
     */
    void awaitHearing(String accountId) {
        Home home = byAccount.get(accountId);
        if (home != null) {
            home.interest().awaitBegun();
        }
    }

    /** Prepares for a device of that account that resumes with these conversations. */
    void resumes(String accountId, List<Conversation> conversations) {
        Home home = byAccount.get(accountId);
        if (home != null) {
            home.account().resumes(conversations);
        }
    }

    /** Records that a device of that account got a conversation as an answer. */
    void answered(String accountId, Conversation conversation) {
        Home home = byAccount.get(accountId);
        if (home != null) {
            home.account().answered(conversation);
        }
    }

    /** Tells the devices of that account that somebody changed their name. */
    void hear(String accountId, Contact contact) {
        Home home = byAccount.get(accountId);
        if (home != null) {
            home.account().hear(contact);
        }
    }

    /** Compares with the store while the fan-out does not carry deliveries of other nodes. Never blocks. */
    void look() {
        byAccount.values().forEach(home -> home.account().look(false));
    }

    Collection<LiveDevice> all() {
        return bySession.values();
    }

    private static Entry verdict(PendingAdmissions.News news) {
        return switch (news) {
            case PendingAdmissions.News.Ended ended -> new Entry.Over(ended.logout());
            case PendingAdmissions.News.Frozen _ -> new Entry.Frozen();
            case PendingAdmissions.News.Renewed _ -> new Entry.Late();
        };
    }

    private Home home(String accountId) {
        AccountDevices account = new AccountDevices(accountId, gaps);
        presence.came(accountId);
        return new Home(account, fanout.interest(accountId, account));
    }
}
