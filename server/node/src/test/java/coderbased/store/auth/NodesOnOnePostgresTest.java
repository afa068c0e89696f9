package coderbased.store.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.Account;
import coderbased.auth.session.AccountChange;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.Revocation;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionDevice;
import coderbased.auth.session.SessionScope;
import coderbased.auth.session.SessionTermination;
import coderbased.auth.session.SessionUse;
import coderbased.auth.session.WebAdmission;
import coderbased.chat.ChatStore;
import coderbased.chat.ChatWrite;
import coderbased.chat.ChatWritten;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Secret;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.RealPostgres;
import coderbased.store.chat.SqlChatStore;
import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes write into one PostgreSQL at the same time. */
final class NodesOnOnePostgresTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final long LIMIT_SECONDS = Deadlines.seconds(30);

    private static Database here;
    private static Database there;

    @BeforeAll
    static void bothConnect() throws IOException {
        String url = RealPostgres.newDatabase();
        here = Databases.connect(url);
        there = Databases.connect(url);
    }

    @AfterAll
    static void bothLeave() throws IOException {
        if (there != null) {
            there.close();
        }
        if (here != null) {
            here.close();
        }
    }

    @BeforeEach
    void empty() {
        RealPostgres.empty(here);
    }

    @Test
    void theRevocationFeedSkipsNoLateCommit() throws Exception {
        AuthStore store = new SqlAuthStore(here);
        signUp(store, "ada");
        signUp(store, "bob");
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> slow = nodes.submit(() -> here.write(handle -> {
                SessionEndings.end(handle, logOut("ada"));
                written.countDown();
                return await(mayCommit);
            }));
            await(written);
            Future<?> quick = nodes.submit(() -> new SqlAuthStore(there).end(logOut("bob")));
            untilSomebodyWaitsForALock();
            assertEquals(List.of(), store.revocationsAfter(0, 10), "a number that is seen has none missing before it");
            mayCommit.countDown();
            slow.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            quick.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }
        assertEquals(
                List.of("1 phone-ada", "2 phone-bob"),
                store.revocationsAfter(0, 10).stream()
                        .map(NodesOnOnePostgresTest::shown)
                        .toList());
    }

    @Test
    void noDesktopIsLinkedUnderAPhoneLoggedOutElsewhere() throws Exception {
        AuthStore store = new SqlAuthStore(here);
        AuthStore elsewhere = new SqlAuthStore(there);
        for (int i = 0; i < 10; i++) {
            String person = "p" + i;
            signUp(store, person);
            atOnce(
                    () -> store.addWebSession(session("web-" + person, person, "phone-" + person), 5, List.of()),
                    () -> elsewhere.end(logOut(person)));
            assertEquals(List.of(), store.linkedSessions("id-" + person));
        }
    }

    @Test
    void theDeviceLimitHoldsOverAllNodes() throws Exception {
        AuthStore store = new SqlAuthStore(here);
        AuthStore elsewhere = new SqlAuthStore(there);
        signUp(store, "ada");
        List<Callable<WebAdmission>> links = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Session web = session("web-" + i, "ada", "phone-ada");
            AuthStore node = i % 2 == 0 ? store : elsewhere;
            links.add(() -> node.addWebSession(web, 3, List.of()));
        }
        List<WebAdmission> answers = atOnce(links);
        assertEquals(3, answers.stream().filter(WebAdmission.STORED::equals).count());
        assertEquals(3, store.linkedSessions("id-ada").size());
    }

    @Test
    void aConversationOfSeveralWritersHasNoGaps() throws Exception {
        ChatStore store = new SqlChatStore(here);
        ChatStore elsewhere = new SqlChatStore(there);
        store.commit(
                List.of(new ChatWrite.OpenDirect("c1", "ada", "bob"), new ChatWrite.OpenDirect("c2", "ada", "cleo")),
                NOW);
        atOnce(() -> talk(store, "a", "c1", "c2"), () -> talk(elsewhere, "b", "c2", "c1"));
        for (String conversation : List.of("c1", "c2")) {
            List<ChatMessage> said = store.changed(conversation, "ada", 0, 100);
            assertEquals(
                    LongStream.rangeClosed(1, 40).boxed().toList(),
                    said.stream().map(ChatMessage::seq).toList());
            assertEquals(
                    LongStream.rangeClosed(1, 40).boxed().toList(),
                    said.stream().map(ChatMessage::rev).toList());
        }
    }

    @Test
    void concurrentCreationsCreateOneRow() throws Exception {
        ChatStore store = new SqlChatStore(here);
        ChatStore elsewhere = new SqlChatStore(there);
        for (int i = 0; i < 10; i++) {
            String other = "other-" + i;
            ChatWrite mine = new ChatWrite.OpenDirect("mine-" + i, "ada", other);
            ChatWrite theirs = new ChatWrite.OpenDirect("theirs-" + i, other, "ada");
            ChatWrite group = new ChatWrite.Once(
                    "ada", "group-" + i, new ChatWrite.CreateGroup("g" + i, "ada", "Tea", List.of()));
            ChatWrite again = new ChatWrite.Once(
                    "ada", "group-" + i, new ChatWrite.CreateGroup("h" + i, "ada", "Tea", List.of()));
            atOnce(() -> store.commit(List.of(mine, group), NOW), () -> elsewhere.commit(List.of(theirs, again), NOW));
        }
        assertEquals(20, store.conversationsOf("ada").size());
    }

    @Test
    void unstorableCharactersHarmNobodyElse() {
        ChatStore store = new SqlChatStore(here);
        List<ChatWritten> written = store.commit(
                List.of(
                        new ChatWrite.OpenDirect("c", "ada", "bob"),
                        new ChatWrite.SaveDraft("c", "ada", "s", "a\0b\\0"),
                        new ChatWrite.Send("c\0", "ada", "1", new Body.Text("lost"), null, false),
                        new ChatWrite.Send("c", "ada", "2", new Body.Text("a\0b"), null, false)),
                NOW);
        assertInstanceOf(ChatWritten.Refused.class, written.get(2));
        ChatWritten.Stored said = assertInstanceOf(ChatWritten.Stored.class, written.get(3));
        assertEquals(List.of(said.message()), store.changed("c", "bob", 0, 10));
        assertEquals("a\0b\\0", store.conversationsOf("ada").getFirst().own().draft());
        assertTrue(store.history("c\0", "ada", Side.BEFORE, 5, 5).isEmpty());
    }

    private static List<ChatWritten> talk(ChatStore store, String name, String first, String second) {
        List<ChatWritten> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.addAll(store.commit(List.of(say(first, name + i), say(second, name + i)), NOW));
        }
        return all;
    }

    private static ChatWrite say(String conversation, String name) {
        return new ChatWrite.Send(conversation, "ada", name, new Body.Text("hello"), null, false);
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<? extends T>... work) throws Exception {
        return atOnce(List.<Callable<? extends T>>of(work));
    }

    private static <T> List<T> atOnce(List<? extends Callable<? extends T>> work) throws Exception {
        List<T> done = new ArrayList<>();
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<? extends T>> all = new ArrayList<>();
            for (Callable<? extends T> one : work) {
                all.add(nodes.submit(one));
            }
            for (Future<? extends T> one : all) {
                done.add(one.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            }
        }
        return done;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void untilSomebodyWaitsForALock() {
        Eventually.holds(
                "somebody waits for the end of the other's transaction",
                () -> here.read(handle -> handle.createQuery("SELECT COUNT(*) FROM pg_locks WHERE NOT granted")
                                .mapTo(Long.class)
                                .one())
                        > 0);
    }

    private static String shown(Revocation line) {
        return line.sequence() + " " + line.sessionId();
    }

    private static void signUp(AuthStore store, String person) {
        Account account = new Account("id-" + person, person, person, new Secret("hash"), NOW, null, null);
        assertTrue(store.addAccount(account, session("phone-" + person, person, null)));
    }

    private static SessionTermination logOut(String person) {
        return new SessionTermination(
                new SessionScope.One("id-" + person, "phone-" + person),
                Logout.of(LogoutReason.LOGGED_OUT_HERE, Initiator.USER, NOW),
                Logout.of(LogoutReason.PHONE_LOGGED_OUT, Initiator.USER, NOW),
                new AccountChange.None());
    }

    private static Session session(String id, String person, @Nullable String phone) {
        return new Session(
                id,
                "id-" + person,
                phone == null ? DeviceKind.PHONE : DeviceKind.WEB,
                phone,
                phone == null ? null : "link-" + id,
                new SessionDevice(new DeviceFacts("Name", "App", "Os"), new DeviceKey("EC", "P-256", "x", "y")),
                new SessionUse(1, NOW, null, NOW, NOW, "127.0.0.1", 0),
                LinkChoices.FULL);
    }
}
