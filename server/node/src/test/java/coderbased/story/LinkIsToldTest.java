package coderbased.story;

import static coderbased.story.World.await;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.PhoneClient;
import coderbased.client.SessionState;
import coderbased.client.WebClient;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkEntry;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.NewLink;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link is no secret among the devices of an account, and what was granted is known to the desktop. */
class LinkIsToldTest {

    @TempDir
    Path folder;

    private World world;
    private PhoneClient ada;

    @BeforeEach
    void open() throws Exception {
        world = new World(folder);
        ada = world.signedUp("ada");
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void aForeignLinkIsSeenRenamedAndEndedOnAnotherDevice() throws Exception {
        WebClient office = world.linked(ada, "office");
        AtomicReference<List<NewLink>> onOffice = new AtomicReference<>(List.of());
        office.onNewLinks(onOffice::set);

        WebClient kiosk = world.linked(ada, "kiosk");
        await(onOffice::get, links -> names(links).equals(Set.of("kiosk")));

        PhoneClient tablet = world.phone("tablet");
        AtomicReference<List<NewLink>> onTablet = new AtomicReference<>(List.of());
        tablet.links().onNew(onTablet::set);
        done(tablet.signIn("ada", World.PASSWORD));
        await(onTablet::get, links -> names(links).equals(Set.of("kiosk", "office")));

        done(tablet.devices().rename(named(onTablet.get(), "kiosk"), "hall"));
        await(() -> kiosk.chat().state().deviceName(), "hall"::equals);
        await(onOffice::get, links -> names(links).equals(Set.of("hall")));
        await(onTablet::get, links -> names(links).equals(Set.of("hall", "office")));
        assertEquals("office", office.chat().state().deviceName());

        done(tablet.links().answerNew(named(onTablet.get(), "hall"), false));

        SessionState.Guest out = world.guest(kiosk);
        assertEquals(
                LogoutReason.UNLINKED,
                ((SessionState.Notice.LoggedOut) out.why()).logout().reason());
        await(onOffice::get, List::isEmpty);
        done(tablet.links().answerNew(named(onTablet.get(), "office"), true));
        await(onTablet::get, List::isEmpty);
        world.authenticated(office);
    }

    @Test
    void thePhoneShowsTheWholeHistory() throws Exception {
        world.linked(ada, "office");
        LinkHistory history = await(() -> history(ada), told -> told.entries().size() == 4);
        assertEquals(
                List.of(LinkEntry.What.SHOWN, LinkEntry.What.SCANNED, LinkEntry.What.APPROVED, LinkEntry.What.LINKED),
                history.entries().stream().map(LinkEntry::what).toList());
        assertTrue(history.unbroken());
    }

    @Test
    void aReadOnlyDesktopKnowsItsRightsAfterARestart() throws Exception {
        WebClient desktop = world.desktop("office");
        AuthHttp.LinkOffer offer = world.scan(ada, world.code(desktop));
        done(ada.links().approve(offer.linkId(), new AuthHttp.Approval(new LinkChoices(null, true, false), null)));
        world.authenticated(desktop);
        await(() -> desktop.chat().state().readOnly(), readOnly -> readOnly);
        assertFalse(ada.chat().state().readOnly());
        desktop.close();

        WebClient again = world.desktop("office");
        world.authenticated(again);
        await(() -> again.chat().state().readOnly(), readOnly -> readOnly);
    }

    private static LinkHistory history(PhoneClient phone) {
        try {
            return done(phone.links().history());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> names(List<NewLink> links) {
        return links.stream().map(link -> link.device().name()).collect(Collectors.toSet());
    }

    private static String named(List<NewLink> links, String name) {
        return links.stream()
                .filter(link -> link.device().name().equals(name))
                .findFirst()
                .orElseThrow()
                .sessionId();
    }
}
