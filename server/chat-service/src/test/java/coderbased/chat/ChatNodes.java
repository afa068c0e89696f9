package coderbased.chat;

import coderbased.auth.AuthNodes;
import coderbased.auth.AuthService;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.InProcessAuthEvents;
import coderbased.http.CallerAddress;
import coderbased.protocol.Contact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Two Chat Services on the same stores, new for each test, which hear of each other by a {@link LossyFanout} or by a
 * bus. A test of one node uses {@link #one}.
 */
final class ChatNodes implements BeforeEachCallback, AfterEachCallback {

    /** The same as that of a {@link TestLine}. */
    static final CallerAddress HOME = CallerAddress.certain(InetAddress.getLoopbackAddress());

    /** The same in every test: to make keys takes longer than most tests. */
    private static final Path KEYS = newFolder();

    private final Callable<? extends TestStores> open;
    private final SecureRandom random = new SecureRandom();
    private final InProcessPresence presence = new InProcessPresence();
    private InProcessAuthEvents events;
    private ScheduledExecutorService timer;
    private Clock clock = Clock.fixed(Instant.parse("2026-11-01T12:00:00Z"), ZoneOffset.UTC);
    private ChatLimits limits = ChatLimits.standard().withPerAddress(0).withAccounts(AccountLimits.unlimited());
    private AuthService auth;
    private AuthService otherAuth;

    /** Between the two, if they have no bus. */
    final LossyFanout fanout = new LossyFanout();

    /** The hooks around the first one's store. */
    final StoreHooks hooks = new StoreHooks();

    /** The hooks around the other one's store. */
    final StoreHooks otherHooks = new StoreHooks();

    TestStores stores;
    ChatService one;
    ChatService other;

    /** Creates nodes on stores in memory, whose clock stands still. */
    ChatNodes() {
        this(InMemoryStores::new);
    }

    /** Creates nodes on these stores, which are opened for each test. */
    ChatNodes(Callable<? extends TestStores> open) {
        this.open = open;
    }

    ChatNodes with(ChatLimits changed) {
        limits = changed;
        return this;
    }

    ChatNodes with(AccountLimits changed) {
        return with(limits.withAccounts(changed));
    }

    ChatNodes with(Clock changed) {
        clock = changed;
        return this;
    }

    /** Sets that strangers are asked before they are in a group. */
    ChatNodes askingStrangers() {
        return with(limits.accounts().withAsksStrangers(true));
    }

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        start(fanout, fanout);
    }

    /** Starts both, each with its own end of a bus. */
    void start(ChatFanout oneEnd, ChatFanout otherEnd) throws Exception {
        stores = open.call();
        events = new InProcessAuthEvents();
        timer = Executors.newSingleThreadScheduledExecutor();
        auth = auth("AAAA");
        otherAuth = auth("BBBB");
        one = chat(auth, hooks, "AAAA", oneEnd);
        other = chat(otherAuth, otherHooks, "BBBB", otherEnd);
    }

    @Override
    public void afterEach(ExtensionContext test) throws Exception {
        stop();
    }

    void stop() throws Exception {
        one.close();
        other.close();
        auth.close();
        otherAuth.close();
        events.close();
        stores.close();
        timer.shutdownNow();
    }

    /** Returns the Auth Service of the first one. */
    AuthService auth() {
        return auth;
    }

    Instant now() {
        return clock.instant();
    }

    TestPerson signUp(String handle) {
        return TestPerson.signedUp(handle, said -> auth.accounts().signUp(said, HOME));
    }

    TestPerson signUp(String handle, String name) {
        return TestPerson.signedUp(handle, name, said -> auth.accounts().signUp(said, HOME));
    }

    /** Gives somebody another name, and tells every node. */
    void rename(TestPerson person, String name) {
        stores.rename(person.id(), name);
        events.publish(new AuthEvent.ContactChanged(new Contact(person.id(), person.handle(), name)));
    }

    private AuthService auth(String node) throws Exception {
        return AuthNodes.named(node, stores.auth(), events, KEYS, clock, random);
    }

    private ChatService chat(AuthService service, StoreHooks around, String node, ChatFanout end) {
        ChatPorts ports = new ChatPorts(
                around.around(stores.chat(limits.accounts())), end, presence, (_, _) -> OptionalLong.empty());
        return new ChatService(service, ports, new ChatContext(node, clock, random, timer), limits);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("chat-keys-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
