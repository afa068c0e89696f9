package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatClientMessage.Watch;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.ChatServerMessage.PresenceChanged;
import coderbased.protocol.GroupChange;
import coderbased.protocol.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The cost of reviews in reads of the store, and their behaviour without the store. */
final class WatchCostTest {

    private static final int MESSAGES = 20;

    private final AtomicInteger questions = new AtomicInteger();

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes();

    private TestPerson ada;
    private TestPerson bob;
    private TestDevice adas;
    private TestDevice bobs;

    @BeforeEach
    void begin() throws Exception {
        ada = nodes.signUp("ada");
        bob = nodes.signUp("bob");
        adas = new TestDevice(nodes.one, ada);
        bobs = new TestDevice(nodes.one, bob);
    }

    @Test
    void messagesOfUnwatchedPeopleCauseNoReads() throws Exception {
        TestPerson cleo = nodes.signUp("cleo");
        TestDevice cleos = new TestDevice(nodes.one, cleo);
        String ofBob = bobs.opensWith(ada);
        String ofCleo = cleos.opensWith(ada);
        List<String> silent = new ArrayList<>(List.of(cleo.id()));
        for (int i = 1; i < Protocol.MAX_WATCHED; i++) {
            silent.add("silent" + i);
        }
        count();
        adas.say(new Watch(silent));
        awaitAnswered(adas);
        for (int i = 0; i < MESSAGES; i++) {
            bobs.says(ofBob, "m" + i);
            adas.hears(ofBob, "m" + i);
        }
        cleos.says(ofCleo, "here I am");
        assertEquals(new PresenceChanged(cleo.id(), true, null), adas.next(PresenceChanged.class));
        assertEquals(2, questions.get(), "one for the watch and one for the first message of somebody who is wanted");
    }

    @Test
    void anUnavailableStoreEndsNoWatchAndIsReadAgain() throws Exception {
        bobs.says(bobs.opensWith(ada), "hello");
        nodes.hooks.before("writersTo", () -> {
            throw new ChatStore.StoreUnavailable("away", new IllegalStateException());
        });
        adas.say(new Watch(List.of(bob.id())));
        assertEquals(new PresenceChanged(bob.id(), true, null), adas.next(PresenceChanged.class));
    }

    @Test
    void aVirtualMachineErrorEndsNoWatchAndTheStoreIsReadAgain() throws Exception {
        bobs.says(bobs.opensWith(ada), "hello");
        nodes.hooks.before("writersTo", () -> {
            throw new StackOverflowError();
        });
        adas.say(new Watch(List.of(bob.id())));
        assertEquals(new PresenceChanged(bob.id(), true, null), adas.next(PresenceChanged.class));
    }

    @Test
    void aRemovalThatIsReadLaterEndsTheWatches() throws Exception {
        String group = bobs.makesAGroupWith(ada);
        adas.learnsOf(group);
        bobs.says(group, "hello");
        adas.hears(group, "hello");
        adas.say(new Watch(List.of(bob.id())));
        assertEquals(new PresenceChanged(bob.id(), true, null), adas.next(PresenceChanged.class));
        nodes.fanout.loses = true;
        bobs.say(new ChangeGroup("out", group, new GroupChange.Remove(ada.id())));
        bobs.next(Done.class);
        bobs.awaitAnnounced();
        nodes.fanout.loses = false;
        nodes.fanout.outageIsOver();
        assertEquals(new PresenceChanged(bob.id(), false, null), adas.next(PresenceChanged.class));
    }

    private void count() {
        nodes.hooks.before("writersTo", () -> {
            questions.incrementAndGet();
            count();
            return questions;
        });
    }

    private static void awaitAnswered(TestDevice device) throws Exception {
        device.say(new FindPeople("sync", "nobody at all"));
        device.next(PeopleFound.class);
    }
}
