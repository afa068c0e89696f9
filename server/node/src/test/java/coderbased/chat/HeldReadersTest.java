package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.Contact;
import coderbased.protocol.GroupChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every connection that reads is taken, as by a herd that resumes; what is written is acknowledged and heard all the
 * same.
 */
final class HeldReadersTest {

    private static final int READERS = 4;

    @TempDir
    private Path folder;

    private final CountDownLatch letGo = new CountDownLatch(1);
    private final List<Thread> readers = new ArrayList<>();
    private SqlStores stores;

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes(() -> stores = new SqlStores(folder));

    private TestPerson ada;
    private TestPerson bob;
    private TestDevice adas;
    private TestDevice bobs;

    @BeforeEach
    void connect() throws Exception {
        ada = nodes.signUp("ada");
        bob = nodes.signUp("bob");
        adas = new TestDevice(nodes.one, ada);
        bobs = new TestDevice(nodes.other, bob);
    }

    @AfterEach
    void stop() throws Exception {
        letGo.countDown();
        for (Thread reader : readers) {
            reader.join();
        }
        adas.close();
        bobs.close();
    }

    @Test
    void aMessageIsAcknowledgedAndDeliveredWhileReadsBlock() throws Exception {
        String conversation = adas.opensWith(bob);
        holdTheReaders();
        adas.sends(conversation, "hello");
        adas.next(Stored.class);
        bobs.hears(conversation, "hello");
    }

    @Test
    void aNewConversationIsAnsweredAndDeliveredWhileReadsBlock() throws Exception {
        nodes.hooks.before("commit", this::holdTheReaders);
        adas.say(new OpenDirect("open", bob.id()));
        assertEquals(
                Set.of("ada", "bob"),
                names(adas.next(Opened.class).conversation().people()));
        assertEquals(
                Set.of("ada", "bob"),
                names(bobs.next(ConversationChanged.class).conversation().people()));
    }

    @Test
    void aNewGroupAndItsChangeAreAnsweredAndDeliveredWhileReadsBlock() throws Exception {
        nodes.hooks.before("commit", this::holdTheReaders);
        adas.say(new CreateGroup("group", "Walkers", List.of(bob.id())));
        String group = adas.next(Opened.class).conversation().id();
        bobs.learnsOf(group);
        adas.say(new ChangeGroup("rename", group, new GroupChange.Rename("Runners")));
        adas.next(Done.class);
        bobs.learnsOf(group);
    }

    private Void holdTheReaders() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(READERS);
        for (int i = 0; i < READERS; i++) {
            readers.add(Thread.ofPlatform()
                    .start(() -> stores.database.read(handle -> {
                        held.countDown();
                        awaitLetGo();
                        return 0;
                    })));
        }
        held.await();
        return null;
    }

    private void awaitLetGo() {
        try {
            letGo.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> names(List<Contact> people) {
        return people.stream().map(Contact::name).collect(Collectors.toSet());
    }
}
