package coderbased.chat;

import static coderbased.chat.TestPerson.openWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatClientMessage.Watch;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.ChatServerMessage.PresenceChanged;
import coderbased.protocol.Contact;
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
        assertEquals(new PeopleFound("sync", List.of()), eves.next());
        eves.close();
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
