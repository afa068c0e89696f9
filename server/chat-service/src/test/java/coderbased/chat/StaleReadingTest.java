package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.SaveSettings;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.ContactChanged;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.ConversationGone;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.SettingsChanged;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.GroupChange;
import coderbased.testing.Eventually;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Something happens after the store was read and before what it said is told: the newer of the two is what a device
 * keeps.
 */
final class StaleReadingTest {

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes();

    private TestPerson ada;
    private TestPerson bob;
    private TestDevice adas;
    private TestDevice bobs;
    private String group;

    @BeforeEach
    void connect() throws Exception {
        bob = nodes.signUp("bob");
        ada = nodes.signUp("ada");
        adas = new TestDevice(nodes.one, ada);
        bobs = new TestDevice(nodes.other, bob);
        group = adas.makesAGroupWith(bob);
        bobs.learnsOf(group);
    }

    @AfterEach
    void stop() throws Exception {
        adas.close();
        bobs.close();
    }

    @Test
    void aConversationCreatedDuringAReadIsNotGone() throws Exception {
        var done = nodes.otherHooks.after("conversationsOf", () -> {
            adas.says(adas.opensWith(bob), "hello");
            adas.awaitAnnounced();
            return null;
        });
        nodes.fanout.carries = false;
        nodes.other.sweep();
        Eventually.answered(done);
        assertEquals(List.of(), gone(heardUntilTheNextLookIsOver()));
    }

    @Test
    void aGroupJoinedAgainDuringAReadIsNotGone() throws Exception {
        nodes.fanout.loses = true;
        change("out", new GroupChange.Remove(bob.id()));
        nodes.fanout.loses = false;
        var done =
                nodes.otherHooks.after("conversationsOf", () -> change("in", new GroupChange.Add(List.of(bob.id()))));
        nodes.fanout.outageIsOver();
        Eventually.answered(done);
        List<ChatServerMessage> heard = heardUntilTheNextLookIsOver();
        assertEquals(List.of(), gone(heard));
        assertEquals(2, lastStateOf(group, heard).members().size());
    }

    @Test
    void aLeftGroupIsGone() throws Exception {
        nodes.fanout.loses = true;
        change("out", new GroupChange.Remove(bob.id()));
        nodes.fanout.loses = false;
        nodes.fanout.outageIsOver();
        assertEquals(List.of(group), gone(heardUntilTheNextLookIsOver()));
    }

    @Test
    void aNewerNameIsNotReplacedByTheOneRead() throws Exception {
        var done = nodes.otherHooks.after("conversationsOf", () -> change("rename", new GroupChange.Rename("Runners")));
        nodes.fanout.outageIsOver();
        Eventually.answered(done);
        assertEquals(
                "Runners",
                lastStateOf(group, heardUntilTheNextLookIsOver()).group().name());
    }

    @Test
    void newerSettingsAreNotReplacedByThoseRead() throws Exception {
        var done = nodes.otherHooks.after("conversationsOf", () -> {
            bobs.say(new SaveSettings(group, new ConversationSettings(true, false, null)));
            bobs.next(SettingsChanged.class);
            return null;
        });
        nodes.fanout.outageIsOver();
        Eventually.answered(done);
        assertTrue(lastStateOf(group, heardUntilTheNextLookIsOver()).settings().pinned());
    }

    @Test
    void aNewerPersonsNameIsNotReplacedByTheOneRead() throws Exception {
        var done = nodes.otherHooks.after("conversationsOf", () -> {
            nodes.rename(ada, "Countess");
            bobs.next(ContactChanged.class);
            return null;
        });
        nodes.fanout.outageIsOver();
        Eventually.answered(done);
        assertTrue(lastStateOf(group, heardUntilTheNextLookIsOver()).people().stream()
                .anyMatch(person -> person.name().equals("Countess")));
    }

    @Test
    void aLateStateDoesNotReplaceANewerOne() throws Exception {
        nodes.fanout.holdsBack = true;
        change("first", new GroupChange.Rename("Runners"));
        List<ChatFanout.Delivery> late = nodes.fanout.takesHeldBack();
        nodes.fanout.holdsBack = false;
        change("second", new GroupChange.Rename("Swimmers"));
        late.forEach(nodes.fanout::publish);
        assertEquals(
                "Swimmers",
                lastStateOf(group, heardUntilTheNextLookIsOver()).group().name());
    }

    @Test
    void aLateDepartureAfterTheReturnIsIgnored() throws Exception {
        nodes.fanout.holdsBack = true;
        change("out", new GroupChange.Remove(bob.id()));
        List<ChatFanout.Delivery> late = nodes.fanout.takesHeldBack();
        nodes.fanout.holdsBack = false;
        change("in", new GroupChange.Add(List.of(bob.id())));
        late.forEach(nodes.fanout::publish);
        assertEquals(List.of(), gone(heardUntilTheNextLookIsOver()));
    }

    @Test
    void aLateDepartureAfterTheBacklogIsIgnored() throws Exception {
        nodes.fanout.holdsBack = true;
        change("out", new GroupChange.Remove(bob.id()));
        change("in", new GroupChange.Add(List.of(bob.id())));
        List<ChatFanout.Delivery> late = nodes.fanout.takesHeldBack();
        nodes.fanout.holdsBack = false;
        bobs.close();
        nodes.otherHooks.before("conversationsOf", () -> {
            late.stream().filter(one -> one.text().contains("gone")).forEach(nodes.fanout::publish);
            return null;
        });
        bobs = new TestDevice(nodes.other, bob);
        assertEquals(List.of(), gone(bobs.passedOver()));
    }

    @Test
    void aConversationWhoseCreationWasLostIsToldWithItsFirstMessage() throws Exception {
        nodes.fanout.loses = true;
        String conversation = adas.opensWith(bob);
        adas.awaitAnnounced();
        nodes.fanout.loses = false;
        adas.says(conversation, "hello");
        bobs.learnsOf(conversation);
    }

    @Test
    void aFailedComparisonIsRepeated() throws Exception {
        nodes.fanout.loses = true;
        String conversation = adas.opensWith(bob);
        adas.awaitAnnounced();
        nodes.fanout.loses = false;
        nodes.otherHooks.before("conversationsOf", () -> {
            throw new IllegalStateException("not now");
        });
        nodes.fanout.outageIsOver();
        bobs.learnsOf(conversation);
    }

    private Void change(String name, GroupChange change) throws Exception {
        adas.say(new ChangeGroup(name, group, change));
        adas.next(Done.class);
        adas.awaitAnnounced();
        return null;
    }

    /**
     * Returns everything that Bob heard until a look is over that began after this call. A look tells of a new marker
     * twice, and only after that of what is gone; the third time the next look tells of it, which begins when the one
     * before is over.
     */
    private List<ChatServerMessage> heardUntilTheNextLookIsOver() throws Exception {
        List<ChatServerMessage> heard = heardUntilAMarkerIs();
        heard.addAll(heardUntilAMarkerIs());
        heard.addAll(heardUntilAMarkerIs());
        return heard;
    }

    private List<ChatServerMessage> heardUntilAMarkerIs() throws Exception {
        nodes.fanout.loses = true;
        adas.say(new CreateGroup("marker", "Marker", List.of(bob.id())));
        String marker = adas.next(Opened.class).conversation().id();
        adas.awaitAnnounced();
        nodes.fanout.loses = false;
        nodes.fanout.outageIsOver();
        List<ChatServerMessage> heard = new ArrayList<>();
        do {
            heard.add(bobs.next());
        } while (!(heard.getLast() instanceof ConversationChanged(var summary)
                && summary.id().equals(marker)));
        return heard;
    }

    private static List<String> gone(List<ChatServerMessage> heard) {
        return heard.stream()
                .filter(ConversationGone.class::isInstance)
                .map(message -> ((ConversationGone) message).conversationId())
                .toList();
    }

    private static ConversationSummary lastStateOf(String conversation, List<ChatServerMessage> heard) {
        return heard.stream()
                .filter(ConversationChanged.class::isInstance)
                .map(message -> ((ConversationChanged) message).conversation())
                .filter(summary -> summary.id().equals(conversation))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
