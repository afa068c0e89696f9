package coderbased.chat;

import static coderbased.chat.TestPerson.openWith;
import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatClientMessage.Typing;
import coderbased.protocol.ChatClientMessage.Watch;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.ChatServerMessage.PresenceChanged;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ChatServerMessage.TypingChanged;
import coderbased.protocol.Contact;
import coderbased.protocol.GroupChange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The search for people, and their presence. */
final class PresenceTest extends TwoPeopleTests {

    @Test
    void presenceIsToldAtOnceAndAtEachChange() throws Exception {
        write(bobs, conversation);
        adas.say(new Watch(List.of(bob.id())));
        assertEquals(new PresenceChanged(bob.id(), true, null), adas.next(PresenceChanged.class));
        bobs.close();
        PresenceChanged gone = adas.next(PresenceChanged.class);
        assertFalse(gone.here());
        assertNotNull(gone.lastSeenAt());
        bobs = bob.live(nodes.one);
        assertEquals(new PresenceChanged(bob.id(), true, null), adas.next(PresenceChanged.class));
    }

    @Test
    void anAbsentPersonHasALastActiveTime() throws Exception {
        write(bobs, conversation);
        bobs.close();
        adas.say(new Watch(List.of(bob.id())));
        PresenceChanged told = adas.next(PresenceChanged.class);
        // Bob's connection may end on the server only now.
        PresenceChanged gone = told.here() ? adas.next(PresenceChanged.class) : told;
        assertFalse(gone.here());
        assertNotNull(gone.lastSeenAt());
    }

    @Test
    void anAccountLeavesWithItsLastDevice() throws Exception {
        write(bobs, conversation);
        TestDevice second = bob.secondPhone(nodes).live(nodes.one);
        adas.say(new Watch(List.of(bob.id())));
        adas.next(PresenceChanged.class);
        second.close();
        bobs.close();
        assertFalse(adas.next(PresenceChanged.class).here());
        assertFalse(adas.unheard().stream().anyMatch(heard -> heard.contains("\"presence")));
    }

    @Test
    void strangersAreNotWatched() throws Exception {
        TestPerson eve = nodes.signUp("eve");
        var eves = eve.live(nodes.one);
        eves.say(new Watch(List.of(ada.id(), "nobody", eve.id())));
        write(bobs, openWith(eves, bob));
        eves.say(new Watch(List.of(bob.id(), ada.id())));
        assertEquals(bob.id(), eves.next(PresenceChanged.class).accountId());
        eves.say(new FindPeople("sync", "nobody at all"));
        for (ChatServerMessage next = eves.next(); !(next instanceof PeopleFound); next = eves.next()) {
            assertFalse(next instanceof PresenceChanged, next.toString());
        }
        eves.close();
    }

    @Test
    void leavingAGroupEndsPresenceInBothDirections() throws Exception {
        TestPerson eve = nodes.signUp("eve");
        var eves = eve.live(nodes.one);
        adas.say(new CreateGroup("new", "Three", List.of(bob.id(), eve.id())));
        String group = adas.next(Opened.class).conversation().id();
        eves.next(ConversationChanged.class);
        write(adas, group);
        write(eves, group);
        write(bobs, group);
        eves.say(new Watch(List.of(ada.id())));
        assertEquals(new PresenceChanged(ada.id(), true, null), eves.next(PresenceChanged.class));
        adas.say(new Watch(List.of(bob.id(), eve.id())));
        adas.next(PresenceChanged.class);
        adas.next(PresenceChanged.class);
        adas.say(new ChangeGroup("out", group, new GroupChange.Remove(eve.id())));
        PresenceChanged nothingKnown = new PresenceChanged(ada.id(), false, null);
        assertEquals(nothingKnown, eves.next(PresenceChanged.class));
        assertEquals(new PresenceChanged(eve.id(), false, null), adas.next(PresenceChanged.class));
        eves.close();
        bobs.close();
        assertEquals(bob.id(), adas.next(PresenceChanged.class).accountId(), "of Bob, with whom Ada talks, she hears");
    }

    @Test
    void openingAConversationRevealsNoPresenceBeforeAnAnswer() throws Exception {
        adas.say(text("first", conversation, "hello?"));
        adas.next(Stored.class);
        adas.say(new Watch(List.of(bob.id())));
        bobs.say(new Typing(conversation, true));
        assertNoPresence(bobs);
        assertNoPresence(adas);
        bobs.close();
        bobs = bob.live(nodes.one);
        assertNoPresence(adas);

        write(bobs, conversation);
        assertEquals(new PresenceChanged(bob.id(), true, null), adas.next(PresenceChanged.class), "a live device");
        bobs.say(new Typing(conversation, true));
        assertEquals(bob.id(), adas.next(TypingChanged.class).accountId());
        try (var again = ada.secondPhone(nodes).live(nodes.one)) {
            again.say(new Watch(List.of(bob.id())));
            assertEquals(new PresenceChanged(bob.id(), true, null), again.next(PresenceChanged.class), "a resumed one");
        }
    }

    @Test
    void addingSomebodyToAGroupRevealsNoPresenceBeforeTheyWrite() throws Exception {
        TestPerson eve = nodes.signUp("eve");
        try (var eves = eve.live(nodes.one)) {
            write(bobs, conversation);
            eves.say(new CreateGroup("trap", "Trap", List.of(bob.id())));
            String group = eves.next(Opened.class).conversation().id();
            eves.say(new Watch(List.of(bob.id())));
            assertNoPresence(eves);
            write(bobs, group);
            assertEquals(new PresenceChanged(bob.id(), true, null), eves.next(PresenceChanged.class));
        }
    }

    @Test
    void messagesFromBeforeJoiningRevealNoPresence() throws Exception {
        TestPerson eve = nodes.signUp("eve");
        try (var eves = eve.live(nodes.one)) {
            adas.say(new CreateGroup("new", "Two", List.of(bob.id())));
            String group = adas.next(Opened.class).conversation().id();
            write(bobs, group);
            adas.say(new ChangeGroup("in", group, new GroupChange.Add(List.of(eve.id()))));
            eves.next(ConversationChanged.class);
            eves.say(new Watch(List.of(bob.id(), ada.id())));
            assertNoPresence(eves);
        }
    }

    @Test
    void peopleAreFoundByTheBeginningsOfTheirNames() throws Exception {
        TestPerson zoe = nodes.signUp("zoe.prefix", "Zoë van der Berg");
        TestPerson zac = nodes.signUp("zac.prefix", "Zac Berger");
        assertEquals(List.of(zac.id(), zoe.id()), found("berg"));
        assertEquals(List.of(zoe.id()), found("ZOE ber"));
        assertEquals(List.of(zoe.id()), found("zoë"));
        assertEquals(List.of(zac.id()), found("zac.pre"));
        assertEquals(List.of(), found("erg"));
        assertEquals(List.of(), found("%"));
        assertFalse(found("").isEmpty());
        assertFalse(found(" ").contains(ada.id()), "nobody finds themselves");
    }

    private List<String> found(String words) throws Exception {
        adas.say(new FindPeople("f", words));
        return adas.next(PeopleFound.class).people().stream()
                .map(Contact::accountId)
                .toList();
    }

    private static void write(TestDevice socket, String place) throws Exception {
        socket.say(text("written", place, "written"));
        socket.next(Stored.class);
    }

    /** Everything that was said before is answered by now, and nothing of it tells of somebody's presence or typing. */
    private static void assertNoPresence(TestDevice socket) throws Exception {
        socket.say(new FindPeople("sync", "nobody at all"));
        for (ChatServerMessage next = socket.next(); !(next instanceof PeopleFound); next = socket.next()) {
            assertFalse(next instanceof PresenceChanged || next instanceof TypingChanged, next.toString());
        }
    }
}
