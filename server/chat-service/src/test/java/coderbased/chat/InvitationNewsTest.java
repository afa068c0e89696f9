package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.AnswerInvitation;
import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.Invitations;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.GroupChange;
import coderbased.testing.Eventually;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Devices that stay connected hear who is invited to a group, on the writer's node and on another. */
final class InvitationNewsTest {

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes().askingStrangers();

    private TestPerson bob;
    private TestPerson cleo;
    private TestPerson dan;
    private TestDevice adas;
    private TestDevice bobs;
    private TestDevice cleos;
    private TestDevice dans;
    private String group;

    /** Cleo is a member and Bob is invited. */
    @BeforeEach
    void connect() throws Exception {
        TestPerson ada = nodes.signUp("ada");
        bob = nodes.signUp("bob");
        cleo = nodes.signUp("cleo");
        dan = nodes.signUp("dan");
        adas = new TestDevice(nodes.one, ada);
        bobs = new TestDevice(nodes.other, bob);
        cleos = new TestDevice(nodes.other, cleo);
        dans = new TestDevice(nodes.other, dan);
        cleos.says(cleos.opensWith(ada), "hi");
        adas.say(new CreateGroup("create", "Walkers", List.of(bob.id(), cleo.id())));
        group = adas.next(Opened.class).conversation().id();
        cleos.learnsOf(group);
        bobs.next(Invitations.class);
    }

    @AfterEach
    void stop() throws Exception {
        adas.close();
        bobs.close();
        cleos.close();
        dans.close();
    }

    @Test
    void membersAreToldOfAnInvitation() throws Exception {
        adas.say(change("add", new GroupChange.Add(List.of(dan.id()))));
        membersSeeInvited(bob, dan);
    }

    @Test
    void membersAreToldThatAnInvitationIsWithdrawn() throws Exception {
        adas.say(change("withdraw", new GroupChange.Remove(bob.id())));
        membersSeeInvited();
    }

    @Test
    void membersAreToldThatAnInvitationIsDeclined() throws Exception {
        bobs.say(new AnswerInvitation("no", group, false));
        membersSeeInvited();
    }

    @Test
    void lateInvitationNewsDoesNotRestoreAnOlderName() throws Exception {
        nodes.fanout.holdsBack = true;
        adas.say(change("add", new GroupChange.Add(List.of(dan.id()))));
        adas.awaitAnnounced();
        List<ChatFanout.Delivery> late = nodes.fanout.takesHeldBack();
        nodes.fanout.holdsBack = false;
        adas.say(change("rename", new GroupChange.Rename("Runners")));
        cleos.learnsOf(group);
        late.forEach(nodes.fanout::publish);
        adas.says(group, "after that");
        cleos.next(MessageChanged.class, said -> said.message().body().equals(new Body.Text("after that")));
        assertFalse(cleos.passedOver().stream()
                .anyMatch(message -> message instanceof ConversationChanged changed
                        && isInvited(changed, Set.of(bob.id(), dan.id()))
                        && changed.conversation().group().name().equals("Walkers")));
    }

    @Test
    void aRepeatedAcceptanceAfterALossIsAnnounced() throws Exception {
        repeatedAfterALoss(bobs, new AnswerInvitation("yes", group, true));
        adas.next(ConversationChanged.class, changed -> isInvited(changed, Set.of()));
        cleos.next(ConversationChanged.class, changed -> isInvited(changed, Set.of()));
        assertEquals(List.of(), bobs.next(Invitations.class).open());
    }

    @Test
    void aRepeatedRefusalAfterALossIsAnnounced() throws Exception {
        repeatedAfterALoss(bobs, new AnswerInvitation("no", group, false));
        membersSeeInvited();
        assertEquals(List.of(), bobs.next(Invitations.class).open());
    }

    @Test
    void aRepeatedInvitationAfterALossIsAnnounced() throws Exception {
        repeatedAfterALoss(adas, change("add", new GroupChange.Add(List.of(dan.id()))));
        assertEquals(1, dans.next(Invitations.class).open().size());
        membersSeeInvited(bob, dan);
    }

    @Test
    void aRepeatedWithdrawalAfterALossIsAnnounced() throws Exception {
        repeatedAfterALoss(adas, change("withdraw", new GroupChange.Remove(bob.id())));
        assertEquals(List.of(), bobs.next(Invitations.class).open());
    }

    @Test
    void aRepeatedInvitationToANewGroupAfterALossIsAnnounced() throws Exception {
        CreateGroup create = new CreateGroup("second", "Cooks", List.of(dan.id()));
        nodes.fanout.loses = true;
        adas.say(create);
        adas.next(Opened.class);
        adas.awaitAnnounced();
        nodes.fanout.loses = false;
        adas.say(create);
        assertEquals(1, dans.next(Invitations.class).open().size());
    }

    @Test
    void aLostInvitationIsAnnouncedWithoutARepeat() throws Exception {
        nodes.hooks.loseAnswerOf("commit");
        adas.say(change("add", new GroupChange.Add(List.of(dan.id()))));
        assertEquals(1, dans.next(Invitations.class).open().size());
    }

    @Test
    void anOlderListFromAnotherNodeDoesNotReplaceANewerOne() throws Exception {
        nodes.fanout.holdsBack = true;
        adas.say(change("withdraw", new GroupChange.Remove(bob.id())));
        adas.awaitAnnounced();
        List<ChatFanout.Delivery> late = nodes.fanout.takesHeldBack();
        nodes.fanout.holdsBack = false;
        adas.say(change("again", new GroupChange.Add(List.of(bob.id()))));
        assertEquals(1, bobs.next(Invitations.class).open().size());
        late.forEach(nodes.fanout::publish);
        bobHearsOfNoInvitations();
    }

    @Test
    void aHeldListDoesNotReplaceANewerOne() throws Exception {
        bobs.close();
        nodes.fanout.holdsBack = true;
        adas.say(change("withdraw", new GroupChange.Remove(bob.id())));
        adas.awaitAnnounced();
        List<ChatFanout.Delivery> late = nodes.fanout.takesHeldBack();
        adas.say(change("again", new GroupChange.Add(List.of(bob.id()))));
        adas.awaitAnnounced();
        nodes.fanout.takesHeldBack();
        nodes.fanout.holdsBack = false;
        nodes.otherHooks.before("invitationsOf", () -> {
            late.forEach(nodes.fanout::publish);
            return true;
        });
        bobs = new TestDevice(nodes.other, bob);
        assertEquals(
                List.of(1),
                bobs.passedOver().stream()
                        .filter(Invitations.class::isInstance)
                        .map(message -> ((Invitations) message).open().size())
                        .toList());
    }

    @Test
    void aComparisonWithTheStoreDoesNotReplaceANewerList() throws Exception {
        var withdrawn = nodes.otherHooks.after("invitationsOf", () -> {
            adas.say(change("withdraw", new GroupChange.Remove(bob.id())));
            return adas.next(Done.class);
        });
        nodes.fanout.outageIsOver();
        Eventually.answered(withdrawn);
        assertEquals(List.of(), bobs.next(Invitations.class).open());
        bobHearsOfNoInvitations();
    }

    @Test
    void aRepeatedInvitationIsNotToldAgain() throws Exception {
        for (String name : List.of("first", "second")) {
            adas.say(change(name, new GroupChange.Add(List.of(bob.id()))));
            adas.next(Done.class);
        }
        adas.awaitAnnounced();
        bobHearsOfNoInvitations();
    }

    @Test
    void invitedPeopleAreNotToldOfARenamedGroup() throws Exception {
        adas.say(change("rename", new GroupChange.Rename("Runners")));
        cleos.learnsOf(group);
        bobHearsOfNoInvitations();
    }

    /** Bob hears a message that is said now, and nothing of invitations before it. */
    private void bobHearsOfNoInvitations() throws Exception {
        int before = bobs.passedOver().size();
        adas.says(adas.opensWith(bob), "marker");
        bobs.next(MessageChanged.class);
        assertFalse(bobs.passedOver().stream().skip(before).anyMatch(Invitations.class::isInstance));
    }

    private void repeatedAfterALoss(TestDevice device, ChatClientMessage write) throws Exception {
        nodes.fanout.loses = true;
        device.say(write);
        device.next(Done.class);
        device.awaitAnnounced();
        nodes.fanout.loses = false;
        device.say(write);
        device.next(Done.class);
    }

    private void membersSeeInvited(TestPerson... people) throws Exception {
        Set<String> wanted = Set.of(people).stream().map(TestPerson::id).collect(Collectors.toSet());
        for (TestDevice device : List.of(adas, cleos)) {
            device.next(ConversationChanged.class, changed -> isInvited(changed, wanted));
        }
    }

    private boolean isInvited(ConversationChanged changed, Set<String> wanted) {
        return changed.conversation().id().equals(group)
                && Set.copyOf(changed.conversation().invited()).equals(wanted);
    }

    private ChangeGroup change(String name, GroupChange change) {
        return new ChangeGroup(name, group, change);
    }
}
