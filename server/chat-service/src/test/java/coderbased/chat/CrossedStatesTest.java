package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.SaveDraft;
import coderbased.protocol.ChatClientMessage.SaveSettings;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.Drafted;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.SettingsChanged;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.GroupChange;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** States without a message's number that overtake each other between two nodes: the newer one stays. */
final class CrossedStatesTest {

    private static final ConversationSettings PINNED = new ConversationSettings(true, false, null);
    private static final ConversationSettings ARCHIVED = new ConversationSettings(false, true, null);

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes().askingStrangers();

    private TestPerson bob;
    private TestPerson dan;
    private TestDevice adas;
    private TestDevice bobs;
    private String group;

    /** Ada and Bob are in a group; Dan is a stranger to Ada. */
    @BeforeEach
    void connect() throws Exception {
        TestPerson ada = nodes.signUp("ada");
        bob = nodes.signUp("bob");
        dan = nodes.signUp("dan");
        adas = new TestDevice(nodes.one, ada);
        bobs = new TestDevice(nodes.other, bob);
        bobs.says(bobs.opensWith(ada), "hi");
        adas.say(new CreateGroup("create", "Walkers", List.of(bob.id())));
        group = adas.next(Opened.class).conversation().id();
        bobs.learnsOf(group);
    }

    @AfterEach
    void stop() throws Exception {
        adas.close();
        bobs.close();
    }

    @Test
    void olderSettingsDoNotReplaceNewerOnes() throws Exception {
        List<Delivery> late = heldBack(bobs, new SaveSettings(group, PINNED));
        bobs.say(new SaveSettings(group, ARCHIVED));
        assertEquals(ARCHIVED, bobs.next(SettingsChanged.class).settings());
        late.forEach(nodes.fanout::publish);
        assertTrue(bobHearsNow().stream().noneMatch(SettingsChanged.class::isInstance));
    }

    @Test
    void anOlderDraftDoesNotReplaceANewerOne() throws Exception {
        List<Delivery> older = toAllDevices(heldBack(bobs, new SaveDraft(group, "older")));
        List<Delivery> newer = toAllDevices(heldBack(bobs, new SaveDraft(group, "newer")));
        newer.forEach(nodes.fanout::publish);
        assertEquals("newer", bobs.next(Drafted.class).text());
        older.forEach(nodes.fanout::publish);
        assertTrue(bobHearsNow().stream().noneMatch(Drafted.class::isInstance));
    }

    @Test
    void heldSettingsDoNotReplaceNewerOnes() throws Exception {
        List<Delivery> late = heldBack(bobs, new SaveSettings(group, PINNED));
        heldBack(bobs, new SaveSettings(group, ARCHIVED));
        bobs.close();
        nodes.otherHooks.before("conversationsOf", () -> {
            late.forEach(nodes.fanout::publish);
            return true;
        });
        bobs = new TestDevice(nodes.other, bob);
        assertTrue(bobs.passedOver().stream().noneMatch(SettingsChanged.class::isInstance));
    }

    @Test
    void aLateGroupStateDoesNotRestoreOlderSettings() throws Exception {
        List<Delivery> late = heldBack(adas, change("rename", new GroupChange.Rename("Runners")));
        bobs.say(new SaveSettings(group, PINNED));
        bobs.next(SettingsChanged.class);
        late.forEach(nodes.fanout::publish);
        ConversationSummary heard = bobs.next(
                        ConversationChanged.class,
                        changed -> changed.conversation().group().name().equals("Runners"))
                .conversation();
        assertEquals(PINNED, heard.settings());
    }

    @Test
    void olderInvitationsDoNotReplaceNewerOnes() throws Exception {
        List<Delivery> late = heldBack(adas, change("add", new GroupChange.Add(List.of(dan.id()))));
        adas.say(change("withdraw", new GroupChange.Remove(dan.id())));
        assertEquals(
                List.of(),
                bobs.next(ConversationChanged.class, this::isOfTheGroup)
                        .conversation()
                        .invited());
        late.forEach(nodes.fanout::publish);
        assertTrue(bobHearsNow().stream()
                .noneMatch(message -> message instanceof ConversationChanged changed && isOfTheGroup(changed)));
    }

    @Test
    void anAnswerDoesNotRestoreAnOlderState() throws Exception {
        CreateGroup create = new CreateGroup("own", "Cooks", List.of());
        adas.say(create);
        group = adas.next(Opened.class).conversation().id();
        adas.say(change("add", new GroupChange.Add(List.of(bob.id()))));
        adas.say(change("admin", new GroupChange.SetAdmin(bob.id(), true)));
        adas.awaitAnnounced();
        nodes.hooks.after("commit", () -> {
            bobs.say(change("rename", new GroupChange.Rename("Bakers")));
            bobs.next(Done.class);
            bobs.awaitAnnounced();
            return true;
        });
        adas.say(create);
        assertEquals("Cooks", adas.next(Opened.class).conversation().group().name());
        adas.next(ConversationChanged.class, this::isCalledBakers);
    }

    private boolean isCalledBakers(ConversationChanged changed) {
        return isOfTheGroup(changed) && changed.conversation().group().name().equals("Bakers");
    }

    /** Writes, and returns what has to be announced of it. */
    private List<Delivery> heldBack(TestDevice device, ChatClientMessage write) throws Exception {
        nodes.fanout.holdsBack = true;
        device.say(write);
        device.awaitAnnounced();
        nodes.fanout.holdsBack = false;
        return nodes.fanout.takesHeldBack();
    }

    private static List<Delivery> toAllDevices(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(one -> new Delivery(one.accounts(), null, one.place(), one.text(), one.parts(), one.about()))
                .toList();
    }

    /** Returns what Bob hears from now until something is said. */
    private List<ChatServerMessage> bobHearsNow() throws Exception {
        int before = bobs.passedOver().size();
        adas.says(group, "marker");
        bobs.next(MessageChanged.class, said -> said.message().body().equals(new Body.Text("marker")));
        return bobs.passedOver().subList(before, bobs.passedOver().size());
    }

    private boolean isOfTheGroup(ConversationChanged changed) {
        return changed.conversation().id().equals(group);
    }

    private ChangeGroup change(String name, GroupChange change) {
        return new ChangeGroup(name, group, change);
    }
}
