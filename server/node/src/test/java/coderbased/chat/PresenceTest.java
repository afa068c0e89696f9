package coderbased.chat;

import static coderbased.chat.TestPerson.openWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.ChatClientMessage.ChangeGroup;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatClientMessage.Watch;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.ChatServerMessage.PresenceChanged;
import coderbased.protocol.Contact;
import coderbased.protocol.GroupChange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who there is, and who is here. */
final class PresenceTest extends TwoPeople {

    @Test
    void whoIsWatchedIsToldOfAtOnceAndAtEachChange() throws Exception {
        adas.say(new Watch(List.of(bob.id())));
        assertEquals(new PresenceChanged(bob.id(), true, null), adas.next(PresenceChanged.class));
        bobs.close();
        PresenceChanged gone = adas.next(PresenceChanged.class);
        assertFalse(gone.here());
        assertNotNull(gone.lastSeenAt());
        bobs = bob.live(node.port());
        assertEquals(new PresenceChanged(bob.id(), true, null), adas.next(PresenceChanged.class));
    }

    @Test
    void whoIsNotHereWasHereOnce() throws Exception {
        bobs.close();
        bobs.close("bob hangs up");
        adas.say(new Watch(List.of(bob.id())));
        PresenceChanged told = adas.next(PresenceChanged.class);
        // Bob's connection may end on the server only now.
        PresenceChanged gone = told.here() ? adas.next(PresenceChanged.class) : told;
        assertFalse(gone.here());
        assertNotNull(gone.lastSeenAt());
    }

    @Test
    void onlyTheLastOfSomebodysDevicesLeaves() throws Exception {
        TestSocket<ChatServerMessage> second = bob.secondPhone(node.port()).live(node.port());
        adas.say(new Watch(List.of(bob.id())));
        adas.next(PresenceChanged.class);
        second.close();
        second.close("the second phone hangs up");
        bobs.close();
        assertFalse(adas.next(PresenceChanged.class).here());
        assertTrue(adas.unheard().isEmpty());
    }

    @Test
    void strangersAreNotWatched() throws Exception {
        TestPerson eve = signUp("eve");
        var eves = eve.live(node.port());
        eves.say(new Watch(List.of(ada.id(), "nobody", eve.id())));
        openWith(eves, bob);
        eves.say(new Watch(List.of(bob.id(), ada.id())));
        assertEquals(bob.id(), eves.next(PresenceChanged.class).accountId());
        eves.say(new FindPeople("sync", "nobody at all"));
        for (ChatServerMessage next = eves.next(); !(next instanceof PeopleFound); next = eves.next()) {
            assertFalse(next instanceof PresenceChanged, next.toString());
        }
        eves.close();
    }

    @Test
    void whoLeavesAGroupIsNotSeenAnyMoreByThoseWhoStayAndDoesNotSeeThem() throws Exception {
        TestPerson eve = signUp("eve");
        var eves = eve.live(node.port());
        adas.say(new CreateGroup("new", "Three", List.of(bob.id(), eve.id())));
        String group = adas.next(Opened.class).conversation().id();
        eves.next(ConversationChanged.class);
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
        eves.close("eve hangs up");
        bobs.close();
        assertEquals(bob.id(), adas.next(PresenceChanged.class).accountId(), "of Bob, with whom Ada talks, she hears");
    }

    @Test
    void peopleAreFoundByTheBeginningsOfTheirNames() throws Exception {
        TestPerson zoe = TestPerson.signUp(node.port(), "zoe.prefix", "Zoë van der Berg");
        TestPerson zac = TestPerson.signUp(node.port(), "zac.prefix", "Zac Berger");
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
}
