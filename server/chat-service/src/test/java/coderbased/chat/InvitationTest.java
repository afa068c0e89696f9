package coderbased.chat;

import static coderbased.chat.TestPerson.openWith;
import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stranger's group and a stranger's conversation, seen by devices. */
final class InvitationTest {

    @RegisterExtension
    private final ChatNodes nodes =
            new ChatNodes().with(ChatLimits.standard().withPerAddress(0)).with(Clock.systemUTC());

    private TestPerson ada;
    private TestPerson bob;
    private TestDevice adas;
    private TestDevice bobs;

    @BeforeEach
    void start() throws Exception {
        ada = nodes.signUp("ada");
        bob = nodes.signUp("bob");
        adas = ada.live(nodes.one);
        bobs = bob.live(nodes.one);
    }

    @AfterEach
    void stop() {
        adas.close();
        bobs.close();
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
        String group = makeGroup();
        try (var back = bob.connect(nodes.one)) {
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
