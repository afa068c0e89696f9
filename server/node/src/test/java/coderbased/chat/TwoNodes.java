package coderbased.chat;

import coderbased.auth.AuthNodes;
import coderbased.auth.AuthService;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.InProcessAuthEvents;
import coderbased.bus.InProcessPresence;
import coderbased.http.CallerAddress;
import coderbased.protocol.Contact;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.auth.SqlAuthStore;
import coderbased.store.chat.SqlChatStore;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Two Chat Services on one database, which hear of each other by a {@link LossyFanout} or by a bus. */
final class TwoNodes implements AutoCloseable {

    /** Stands still: nothing here is a matter of time. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);

    private static final CallerAddress HOME = CallerAddress.certain(InetAddress.ofLiteral("192.168.7.20"));

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final InProcessAuthEvents events = new InProcessAuthEvents();
    private final InProcessPresence presence = new InProcessPresence();
    private final AuthService auth;
    private final AuthService otherAuth;
    private final AccountLimits limits;

    /** Between the two, where they have no bus. */
    final LossyFanout fanout;

    /** Hooks of the first node's store. */
    final StoreHooks hooks = new StoreHooks();

    /** Hooks of the other node's store. */
    final StoreHooks otherHooks = new StoreHooks();

    final Database database;
    final ChatService one;
    final ChatService other;

    /** Opens both on a new database in that folder. */
    TwoNodes(Path folder) throws Exception {
        this(folder, false);
    }

    /** The same, where strangers are asked before they are in a group, or not. */
    TwoNodes(Path folder, boolean asksStrangers) throws Exception {
        this(folder, asksStrangers, new LossyFanout());
    }

    private TwoNodes(Path folder, boolean asksStrangers, LossyFanout fanout) throws Exception {
        this(folder, asksStrangers, fanout, fanout, fanout);
    }

    /** The same, each with its own end of a bus. */
    static TwoNodes onBus(Path folder, ChatFanout one, ChatFanout other) throws Exception {
        return new TwoNodes(folder, false, new LossyFanout(), one, other);
    }

    private TwoNodes(Path folder, boolean asksStrangers, LossyFanout fanout, ChatFanout oneEnd, ChatFanout otherEnd)
            throws Exception {
        this.folder = folder;
        this.fanout = fanout;
        limits = AccountLimits.unlimited().withAsksStrangers(asksStrangers);
        database = Databases.open(folder.resolve("chat.db"));
        auth = auth("AAAA");
        otherAuth = auth("BBBB");
        one = chat(auth, hooks, "AAAA", oneEnd);
        other = chat(otherAuth, otherHooks, "BBBB", otherEnd);
    }

    TestPerson signUp(String handle) throws Exception {
        return TestPerson.signedUp(handle, said -> auth.accounts().signUp(said, HOME));
    }

    /** Somebody has another name, and every node hears of it. */
    void rename(TestPerson person, String name) {
        database.write(handle -> handle.execute("UPDATE accounts SET name = ? WHERE id = ?", name, person.id()));
        events.publish(new AuthEvent.ContactChanged(new Contact(person.id(), person.handle(), name)));
    }

    @Override
    public void close() throws Exception {
        one.close();
        other.close();
        auth.close();
        otherAuth.close();
        events.close();
        database.close();
        timer.shutdownNow();
    }

    private AuthService auth(String node) throws Exception {
        return AuthNodes.named(node, new SqlAuthStore(database), events, folder, CLOCK, random);
    }

    private ChatService chat(AuthService auth, StoreHooks hooks, String node, ChatFanout end) {
        ChatPorts ports = new ChatPorts(
                hooks.around(new SqlChatStore(database, limits)),
                end,
                presence,
                (account, hash) -> OptionalLong.empty());
        return new ChatService(
                auth,
                ports,
                new ChatContext(node, CLOCK, random, timer),
                ChatLimits.standard().withAccounts(limits));
    }
}
