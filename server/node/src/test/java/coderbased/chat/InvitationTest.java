package coderbased.chat;

import static coderbased.chat.TestPerson.openWith;
import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.ChatClientMessage.AnswerInvitation;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatClientMessage.Typing;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.Done;
import coderbased.protocol.ChatServerMessage.Invitations;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.Resuming;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.GroupInvitation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's group and a stranger's conversation, seen from the wire. */
final class InvitationTest {

    private Node node;
    private TestPerson ada;
    private TestPerson bob;
    private TestSocket<ChatServerMessage> adas;
    private TestSocket<ChatServerMessage> bobs;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        node = Node.start(
                Settings.standard(data).withPort(0).with(ChatLimits.standard().withPerAddress(0)), Clock.systemUTC());
        ada = TestPerson.signUp(node.port(), "ada");
        bob = TestPerson.signUp(node.port(), "bob");
        adas = ada.live(node.port());
        bobs = bob.live(node.port());
    }

    @AfterEach
    void stop() {
        adas.close();
        bobs.close();
        node.close();
    }

    @Test
    void aStrangerIsAskedAndToldNothingOfTheGroupBeforeAccepting() throws Exception {
        String group = makeGroup();
        GroupInvitation asked = bobs.next(Invitations.class).open().getFirst();
        assertEquals(group, asked.conversationId());
        assertEquals("Tea", asked.group().name());
        assertEquals("ada", asked.inviter().handle());
        adas.say(text("before", group, "secret"));
        adas.next(Stored.class);
        bobs.say(new AnswerInvitation("yes", group, true));
        ChatServerMessage next = bobs.next();
        while (!(next instanceof ConversationChanged changed)) {
            assertTrue(!(next instanceof MessageChanged), "nothing was heard before: " + next);
            next = bobs.next();
        }
        assertEquals(group, changed.conversation().id());
        assertEquals(List.of(), bobs.next(Invitations.class).open());
        adas.say(text("after", group, "welcome"));
        assertEquals("after", bobs.next(MessageChanged.class).message().clientMessageId());
    }

    @Test
    void anInvitationWaitsForADeviceThatWasAway() throws Exception {
        bobs.close();
        bobs.close("it goes");
        String group = makeGroup();
        try (var back = bob.connect(node.port())) {
            back.say(new Resume(Map.of()));
            assertEquals(0, back.next(Resuming.class).conversations());
            assertEquals(group, back.next(Invitations.class).open().getFirst().conversationId());
            back.next(CaughtUp.class);
            back.say(new AnswerInvitation("no", group, false));
            back.next(Done.class);
            assertEquals(List.of(), back.next(Invitations.class).open());
        }
    }

    @Test
    void aStrangersConversationIsToldWithItsFirstMessage() throws Exception {
        String conversation = openWith(adas, bob);
        adas.say(new Typing(conversation, true));
        adas.say(text("first", conversation, "hello"));
        ConversationChanged heard = (ConversationChanged) bobs.next();
        assertEquals(conversation, heard.conversation().id());
        assertEquals("first", bobs.next(MessageChanged.class).message().clientMessageId());
    }

    private String makeGroup() throws Exception {
        adas.say(new CreateGroup("group", "Tea", List.of(bob.id())));
        return adas.next(Opened.class).conversation().id();
    }
}
