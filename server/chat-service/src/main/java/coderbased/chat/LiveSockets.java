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
 * <p>As long as an account has a device here, the {@link ChatFanout} is asked for its deliveries, and it is {@link Presence
 * here}. One session has one connection: a newer one takes the place of the older. Thread-safe.
 */
final class LiveSockets {

    private final ChatFanout fanout;
    private final Presence presence;
    private final int perAccount;
    private final GapRecovery missed;
    private final Consumer<Logout> closed;
    private final ConcurrentHashMap<String, LiveDevice> bySession = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Home> byAccount = new ConcurrentHashMap<>();

    private final PendingAdmissions knocks = new PendingAdmissions();

    /** What became of {@link #enter}. */
    sealed interface Entry {

        /** The device is in. */
        record In() implements Entry {}

        /** Its account holds as many connections here as it may. */
        record Full() implements Entry {}

        /** Its session ended meanwhile. */
        record Over(Logout logout) implements Entry {}

        /** Its session was frozen meanwhile. */
        record Frozen() implements Entry {}

        /** Its session was renewed meanwhile, on a newer connection. */
        record Late() implements Entry {}
    }

    /** The devices of one account, and the interest that brings their deliveries here. */
    private record Home(AccountDevices household, Interest interest) {
        List<LiveDevice> devices() {
            return household.devices();
        }
    }

    /** @param closed told of a logout once the connection it ended is gone; must return quickly */
    LiveSockets(ChatFanout fanout, Presence presence, int perAccount, GapRecovery missed, Consumer<Logout> closed) {
        this.fanout = fanout;
        this.presence = presence;
        this.perAccount = perAccount;
        this.missed = missed;
        this.closed = closed;
    }

    /** A connection is going to be admitted: {@link #enter} is told what is returned, before {@link #knocked}. */
    synchronized long knock() {
        return knocks.begin();
    }

    /** The connection is in, or turned away. */
    synchronized void knocked(long knock) {
        knocks.end(knock);
    }

    /** Takes a device in, in place of the same session's older connection, unless its session was cut since it knocked. */
    synchronized Entry enter(LiveDevice device, long knock) {
        String session = device.session().id();
        Optional<Entry> out = knocks.against(knock, session, device.renewal()).map(LiveSockets::verdict);
        return out.orElseGet(() -> take(device, bySession.get(session)));
    }

    private Entry take(LiveDevice device, @Nullable LiveDevice other) {
        String account = device.session().accountId();
        if (other != null && other.renewal() > device.renewal()) {
            return new Entry.Late();
        }
        if (other == null && ofAccount(account).size() >= perAccount) {
            return new Entry.Full();
        }
        List<LiveDevice> devices =
                byAccount.computeIfAbsent(account, this::home).devices();
        devices.add(device);
        bySession.put(device.session().id(), device);
        if (other != null) {
            devices.remove(other);
            other.giveWay();
        }
        return new Entry.In();
    }

    /** A session is over: its device, if it is here, hears why and nothing after that. */
    synchronized void end(String sessionId, Logout logout) {
        knocks.hear(new PendingAdmissions.News.Ended(sessionId, logout));
        LiveDevice device = bySession.get(sessionId);
        if (device != null) {
            device.logOut(logout, () -> closed.accept(logout));
        }
    }

    /** A session is frozen: its device, if it is here, hears that and nothing after it. */
    synchronized void freeze(String sessionId) {
        knocks.hear(new PendingAdmissions.News.Frozen(sessionId));
        LiveDevice device = bySession.get(sessionId);
        if (device != null) {
            device.freeze();
        }
    }

    /** A session was renewed on another node: an older connection here gives way, a newer one stays. */
    synchronized void renewedElsewhere(String sessionId, long renewal) {
        knocks.hear(new PendingAdmissions.News.Renewed(sessionId, renewal));
        LiveDevice device = bySession.get(sessionId);
        if (device != null && device.renewal() < renewal) {
            device.giveWay();
        }
    }

    /** A device's connection is gone; true where no newer one had taken its place. */
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

    /** Returns once what is said to that account is heard here; only then is it certain that the store has what was not. */
    void awaitHearing(String accountId) {
        Home home = byAccount.get(accountId);
        if (home != null) {
            home.interest().awaitBegun();
        }
    }

    /** A device of that account resumes, with these conversations. */
    void resumes(String accountId, List<Conversation> conversations) {
        Home home = byAccount.get(accountId);
        if (home != null) {
            home.household().resumes(conversations);
        }
    }

    /** A device of that account was answered with a conversation as it was stored. */
    void answered(String accountId, Conversation conversation) {
        Home home = byAccount.get(accountId);
        if (home != null) {
            home.household().answered(conversation);
        }
    }

    /** The devices of that account hear that somebody is called differently. */
    void hear(String accountId, Contact contact) {
        Home home = byAccount.get(accountId);
        if (home != null) {
            home.household().hear(contact);
        }
    }

    /** While the fan-out does not carry, the store says what happened on other nodes. Never blocks. */
    void look() {
        byAccount.values().forEach(home -> home.household().look(false));
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
        AccountDevices household = new AccountDevices(accountId, missed);
        presence.came(accountId);
        return new Home(household, fanout.interest(accountId, household));
    }
}
