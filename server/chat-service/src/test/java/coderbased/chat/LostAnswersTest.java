package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.Delete;
import coderbased.protocol.ChatClientMessage.Edit;
import coderbased.protocol.ChatClientMessage.MarkRead;
import coderbased.protocol.ChatClientMessage.OpenDirect;
import coderbased.protocol.ChatClientMessage.React;
import coderbased.protocol.ChatClientMessage.SaveDraft;
import coderbased.protocol.ChatClientMessage.SaveSettings;
import coderbased.protocol.ChatClientMessage.StartOver;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.ConversationGone;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.GroupChange;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Lost announcements of writes that are on disk: lost with the answer to the commit, or with the node that wrote
 * it. Devices that stay connected hear of it all the same, on the writer's node and on another.
 */
final class LostAnswersTest {

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes();

    private TestPerson bob;
    private TestPerson cleo;
    private TestDevice adas;
    private TestDevice bobs;
    private TestDevice cleos;
    private String group;

    @BeforeEach
    void connect() throws Exception {
        cleo = nodes.signUp("cleo");
        bob = nodes.signUp("bob");
        adas = new TestDevice(nodes.one, nodes.signUp("ada"));
        bobs = new TestDevice(nodes.other, bob);
        cleos = new TestDevice(nodes.one, cleo);
        adas.say(new CreateGroup("create", "Walkers", List.of(bob.id(), cleo.id())));
        group = adas.next(Opened.class).conversation().id();
        adas.says(group, "one");
        bobs.hears(group, "one");
        cleos.hears(group, "one");
    }

    @AfterEach
    void stop() throws Exception {
        cleos.close();
        adas.close();
        bobs.close();
    }

    @Test
    void anUnansweredMessageIsDeliveredWithoutARepeat() throws Exception {
        nodes.hooks.loseAnswerOf("commit");
        adas.sends(group, "two");
        adas.next(SendRefused.class);
        bobs.hears(group, "two");
        cleos.hears(group, "two");
    }

    @Test
    void aMessageRepeatedAtAnotherNodeIsDelivered() throws Exception {
        nodes.fanout.loses = true;
        adas.sends("again", group, "two");
        adas.next(Stored.class);
        adas.awaitAnnounced();
        nodes.fanout.loses = false;
        adas.sends("again", group, "two");
        adas.next(Stored.class);
        bobs.hears(group, "two");
        cleos.hears(group, "two");
    }

    @Test
    void aRepeatedMessageIsDeliveredOnce() throws Exception {
        adas.sends("again", group, "two");
        adas.sends("again", group, "two");
        adas.says(group, "three");
        bobs.hears(group, "two");
        bobs.hears(group, "three");
    }

    @Test
    void anEditIsDelivered() throws Exception {
        repeatedAfterALoss(new Edit("edit", group, 2, "uno"));
        assertEquals(new Body.Text("uno"), next(bobs).message().body());
        assertEquals(new Body.Text("uno"), next(cleos).message().body());
    }

    @Test
    void aReactionIsDelivered() throws Exception {
        repeatedAfterALoss(new React("react", group, 2, "👍"));
        assertEquals(1, next(bobs).message().reactions().size());
        assertEquals(1, next(cleos).message().reactions().size());
    }

    @Test
    void aDeletionIsDelivered() throws Exception {
        repeatedAfterALoss(new Delete("delete", group, 2));
        assertEquals(new Body.Deleted(), next(bobs).message().body());
        assertEquals(new Body.Deleted(), next(cleos).message().body());
    }

    @Test
    void aGroupChangeIsDelivered() throws Exception {
        repeatedAfterALoss(new ChangeGroup("rename", group, new GroupChange.Rename("Runners")));
        hearsOf(bobs, summary -> summary.group().name().equals("Runners"));
        hearsOf(cleos, summary -> summary.group().name().equals("Runners"));
    }

    @Test
    void aRemovalIsToldToTheRemovedAndTheOthers() throws Exception {
        repeatedAfterALoss(new ChangeGroup("out", group, new GroupChange.Remove(bob.id())));
        assertEquals(group, bobs.next(ConversationGone.class).conversationId());
        hearsOf(cleos, summary -> summary.members().size() == 2);
    }

    @Test
    void leavingIsToldToTheLeaversDevices() throws Exception {
        repeatedAfterALoss(new ChangeGroup("leave", group, new GroupChange.Leave()));
        assertEquals(group, adas.next(ConversationGone.class).conversationId());
        hearsOf(bobs, summary -> summary.members().size() == 2);
    }

    @Test
    void aNewGroupIsDelivered() throws Exception {
        nodes.fanout.loses = true;
        String made = adas.makesAGroupWith(bob);
        adas.awaitAnnounced();
        nodes.fanout.loses = false;
        assertEquals(made, adas.makesAGroupWith(bob));
        bobs.learnsOf(made);
    }

    @Test
    void aNewConversationOfTwoIsDelivered() throws Exception {
        nodes.fanout.loses = true;
        String made = adas.opensWith(bob);
        adas.awaitAnnounced();
        nodes.fanout.loses = false;
        adas.say(new OpenDirect("open again", bob.id()));
        assertEquals(made, adas.next(Opened.class).conversation().id());
        bobs.learnsOf(made);
    }

    @Test
    void markersAreDeliveredWithoutARepeat() throws Exception {
        nodes.hooks.loseAnswerOf("commit");
        cleos.say(new MarkRead(group, 2));
        hearsOf(
                bobs,
                summary -> summary.members().stream()
                        .anyMatch(member -> member.accountId().equals(cleo.id()) && member.readSeq() == 2));
    }

    @Test
    void draftsAndSettingsAreDeliveredWithoutARepeat() throws Exception {
        nodes.hooks.loseAnswerOf("commit");
        cleos.say(new SaveDraft(group, "not yet"));
        hearsOf(cleos, summary -> summary.draft().equals("not yet"));
        nodes.hooks.loseAnswerOf("commit");
        cleos.say(new SaveSettings(group, new ConversationSettings(true, false, null)));
        hearsOf(cleos, summary -> summary.settings().pinned());
    }

    @Test
    void writesAreStoredAgainAfterAnError() throws Exception {
        nodes.hooks.before("commit", () -> {
            throw new StackOverflowError("too deep");
        });
        adas.sends(group, "two");
        adas.next(SendRefused.class);
        adas.say(new StartOver());
        adas.says(group, "three");
        bobs.hears(group, "three");
    }

    /** Nobody hears of the first write; it is asked for again. */
    private void repeatedAfterALoss(ChatClientMessage write) throws Exception {
        nodes.fanout.loses = true;
        adas.say(write);
        adas.next(Done.class);
        adas.awaitAnnounced();
        nodes.fanout.loses = false;
        adas.say(write);
        adas.next(Done.class);
    }

    private MessageChanged next(TestDevice device) throws Exception {
        return device.next(MessageChanged.class, said -> said.message().seq() == 2);
    }

    private void hearsOf(TestDevice device, Predicate<ConversationSummary> wanted) throws Exception {
        device.next(
                ConversationChanged.class,
                changed -> changed.conversation().id().equals(group) && wanted.test(changed.conversation()));
    }
}
