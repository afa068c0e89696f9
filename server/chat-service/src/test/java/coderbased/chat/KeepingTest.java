package coderbased.chat;

import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.ChatClientMessage.MarkDelivered;
import coderbased.protocol.ChatClientMessage.MarkRead;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatClientMessage.SaveDraft;
import coderbased.protocol.ChatClientMessage.SaveSettings;
import coderbased.protocol.ChatServerMessage.Drafted;
import coderbased.protocol.ChatServerMessage.MarkersMoved;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.NotKept;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ChatServerMessage.SettingsChanged;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.ConversationSummary.Member;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Protocol;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Marks, settings and drafts that one device changes for all devices of its account. */
final class KeepingTest extends TwoPeopleTests {

    @Test
    void deliveryAndReadMarkersReachBothPeople() throws Exception {
        bobs.say(text("first", conversation, "hello"));
        adas.next(MessageChanged.class);
        adas.say(text("m", conversation, "hello"));
        adas.next(Stored.class);
        TestDevice second = bob.secondPhone(nodes).live(nodes.one);
        bobs.say(new MarkDelivered(conversation, 2));
        MarkersMoved delivered = new MarkersMoved(conversation, bob.id(), 2, 1);
        assertEquals(delivered, adas.next(MarkersMoved.class));
        assertEquals(delivered, second.next(MarkersMoved.class));
        bobs.say(new MarkRead(conversation, 2));
        MarkersMoved read = new MarkersMoved(conversation, bob.id(), 2, 2);
        assertEquals(read, adas.next(MarkersMoved.class));
        assertEquals(read, second.next(MarkersMoved.class));
        second.close();
    }

    @Test
    void markersOfSomebodyWhoNeverWroteAreHidden() throws Exception {
        adas.say(text("m", conversation, "probe"));
        adas.next(Stored.class);
        TestDevice second = bob.secondPhone(nodes).live(nodes.one);
        bobs.say(new MarkDelivered(conversation, 1));
        bobs.say(new MarkRead(conversation, 1));
        assertEquals(new MarkersMoved(conversation, bob.id(), 1, 0), second.next(MarkersMoved.class));
        assertEquals(new MarkersMoved(conversation, bob.id(), 1, 1), second.next(MarkersMoved.class));
        assertEquals(0, markersOf(bob, overviewOf(ada)).deliveredSeq());
        assertEquals(0, markersOf(bob, overviewOf(ada)).readSeq());
        assertEquals(1, markersOf(bob, overviewOf(bob)).readSeq());
        assertTrue(adas.unheard().stream().noneMatch(frame -> frame.contains("\"markers\"")));
        bobs.say(text("answer", conversation, "yes?"));
        MessageChanged heard = adas.next(MessageChanged.class);
        while (!heard.message().senderId().equals(bob.id())) {
            heard = adas.next(MessageChanged.class);
        }
        assertEquals(2, markersOf(bob, overviewOf(ada)).readSeq());
        second.close();
    }

    private static Member markersOf(TestPerson person, ConversationSummary seen) {
        return seen.members().stream()
                .filter(member -> member.accountId().equals(person.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void conversationSettingsAreSharedByAnAccountsDevicesOnly() throws Exception {
        TestDevice second = ada.secondPhone(nodes).live(nodes.one);
        ConversationSettings kept = new ConversationSettings(true, false, Instant.parse("2126-01-01T00:00:00Z"));
        adas.say(new SaveSettings(conversation, kept));
        assertEquals(new SettingsChanged(conversation, kept), adas.next(SettingsChanged.class));
        assertEquals(new SettingsChanged(conversation, kept), second.next(SettingsChanged.class));
        assertEquals(kept, overviewOf(ada).settings());
        assertEquals(ConversationSettings.DEFAULT, overviewOf(bob).settings());
        second.close();
    }

    @Test
    void anInvalidTimeDoesNoHarm() throws Exception {
        adas.say(new SaveSettings(conversation, new ConversationSettings(false, false, Instant.MAX)));
        NotKept why = adas.next(NotKept.class);
        assertEquals(conversation, why.conversationId());
        assertTrue(why.problem().message().contains("10000"), why.problem().message());
        assertEquals(ConversationSettings.DEFAULT, overviewOf(ada).settings());
    }

    @Test
    void aDraftReachesTheOtherDevicesOnly() throws Exception {
        TestDevice second = ada.secondPhone(nodes).live(nodes.one);
        adas.say(new SaveDraft(conversation, "not yet \u0000 👩‍🔬"));
        assertEquals(new Drafted(conversation, "not yet \u0000 👩‍🔬"), second.next(Drafted.class));
        assertEquals("not yet \u0000 👩‍🔬", overviewOf(ada).draft());
        assertEquals("", overviewOf(bob).draft());
        adas.say(text("m", conversation, "said"));
        adas.next(Stored.class);
        assertTrue(adas.unheard().stream().noneMatch(frame -> frame.contains("drafted")));
        second.close();
    }

    @Test
    void anInvalidDraftIsRefusedWithAReason() throws Exception {
        adas.say(new SaveDraft(conversation, "before"));
        adas.awaitAnnounced();
        adas.say(new SaveDraft(conversation, "x".repeat(Protocol.MAX_TEXT_BYTES + 1)));
        NotKept tooLong = adas.next(NotKept.class);
        assertEquals(ErrorCode.TOO_BIG, tooLong.problem().code());
        assertTrue(
                tooLong.problem().message().contains("too long by "),
                tooLong.problem().message());
        adas.say(new SaveDraft(conversation, "half \ud83d"));
        assertEquals(ErrorCode.BAD_REQUEST, adas.next(NotKept.class).problem().code());
        assertEquals("before", overviewOf(ada).draft());
        assertTrue(adas.isOpen());
    }

    @Test
    void markersInAForeignConversationReachNobody() throws Exception {
        TestPerson eve = nodes.signUp("eve");
        var eves = eve.live(nodes.one);
        bobs.say(text("first", conversation, "hello"));
        adas.next(MessageChanged.class);
        adas.say(text("m", conversation, "hello"));
        adas.next(Stored.class);
        eves.say(new MarkRead(conversation, 1));
        eves.say(new SaveSettings(conversation, ConversationSettings.DEFAULT));
        eves.say(new SaveDraft(conversation, "x"));
        bobs.say(new MarkRead(conversation, 2));
        assertEquals(bob.id(), adas.next(MarkersMoved.class).accountId());
        assertEquals(2, overviewOf(ada).members().size());
        assertTrue(eves.unheard().isEmpty(), "silence is the answer");
        eves.close();
    }

    private ConversationSummary overviewOf(TestPerson person) throws Exception {
        try (var socket = person.secondPhone(nodes).connect(nodes.one)) {
            socket.say(new Resume(Map.of()));
            return socket.next(Overview.class).conversations().getFirst();
        }
    }
}
