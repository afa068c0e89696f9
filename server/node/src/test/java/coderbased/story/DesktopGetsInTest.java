package coderbased.story;

import static coderbased.story.World.await;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.PhoneClient;
import coderbased.client.SessionState;
import coderbased.client.SessionState.Notice;
import coderbased.client.WebClient;
import coderbased.client.net.ProblemException;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.QrText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The admission of a desktop, and every way in which it fails. */
class DesktopGetsInTest {

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() throws Exception {
        world = new World(folder);
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @Test
    void aDesktopIsAdmittedOnlyAfterTheApproval() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        List<LinkStatus> heard = new CopyOnWriteArrayList<>();
        ada.links().onStatus(heard::add);
        WebClient desktop = world.desktop("office");

        AuthHttp.LinkOffer offer = world.scan(ada, world.code(desktop));
        assertEquals("office", offer.claimed().name());
        assertTrue(offer.sameNetwork(), "both are on loopback");
        assertNull(offer.checkNumber(), "the same network asks for no number");
        SessionState.Scanned scanned = await(desktop::state, SessionState.Scanned.class);
        assertEquals("Ada", scanned.by());
        assertFalse(scanned.needsNumber());

        done(ada.links().approve(offer.linkId()));
        assertEquals("ada", world.authenticated(desktop).profile().handle());
        await(() -> heard, told -> told.stream().anyMatch(s -> s.step() == LinkStatus.Step.LINKED));
        assertEquals("office", done(ada.links().status(offer.linkId())).deviceName());
        assertEquals(1, done(ada.devices().list()).devices().size());
    }

    @Test
    void aLinkIsReportedOnlyAfterTheDesktopReturnsWithItsToken() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.desktop("office");
        AuthHttp.LinkOffer offer = world.scan(ada, world.code(desktop));
        world.cable.refuseNew();

        done(ada.links().approve(offer.linkId()));
        await(desktop::state, SessionState.Reinitialising.class);
        assertEquals(
                LinkStatus.Step.APPROVED,
                done(ada.links().status(offer.linkId())).step());

        world.cable.mend();
        world.authenticated(desktop);
        await(() -> link(ada, offer), status -> status.step() == LinkStatus.Step.LINKED);
    }

    @Test
    void aDenialIsShownAndAnotherCodeFollows() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.desktop("office");
        String first = world.code(desktop);
        AuthHttp.LinkOffer offer = world.scan(ada, first);
        await(desktop::state, SessionState.Scanned.class);

        assertEquals(LinkEnd.DENIED, done(ada.links().deny(offer.linkId())).end());
        assertEquals(new Notice.LinkEnded(LinkEnd.DENIED), world.guest(desktop).why());
        assertNotEquals(first, world.code(desktop));
        assertTrue(done(ada.devices().list()).devices().isEmpty());
        assertTooLate(ada, offer, LinkEnd.DENIED);
        assertInstanceOf(SessionState.Guest.class, desktop.state());
    }

    @Test
    void aCancelledLinkIsToldToThePhone() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        List<LinkStatus> heard = new CopyOnWriteArrayList<>();
        ada.links().onStatus(heard::add);
        WebClient desktop = world.desktop("office");
        AuthHttp.LinkOffer offer = world.scan(ada, world.code(desktop));
        await(desktop::state, SessionState.Scanned.class);

        desktop.cancelLink();
        await(() -> heard, told -> told.stream().anyMatch(s -> s.end() == LinkEnd.CANCELLED));
        assertTooLate(ada, offer, LinkEnd.CANCELLED);
        world.guest(desktop);
        assertTrue(done(ada.devices().list()).devices().isEmpty());
    }

    @Test
    void aCodeScannedAsItRotatesStillWorks() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.desktop("office");
        String first = world.code(desktop);
        world.clock.turn(Duration.ofSeconds(61));
        await(() -> world.code(desktop), code -> !code.equals(first));

        AuthHttp.LinkOffer offer = world.scan(ada, first);
        done(ada.links().approve(offer.linkId()));
        world.authenticated(desktop);
    }

    @Test
    void anExpiredCodeIsRefusedWithAReason() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.desktop("office");
        String first = world.code(desktop);
        for (int code = 2; code <= 3; code++) {
            int next = code;
            world.clock.turn(Duration.ofSeconds(61));
            await(() -> world.guest(desktop).code().number(), number -> number >= next);
        }

        ProblemException refused = assertThrows(ProblemException.class, () -> world.scan(ada, first));
        assertEquals(ErrorCode.CODE_EXPIRED, refused.problem().code());
        done(ada.links().approve(world.scan(ada, world.code(desktop)).linkId()));
        world.authenticated(desktop);
    }

    @Test
    void afterSixCodesTheDesktopPausesUntilAskedAgain() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.desktop("office");
        for (int code = 1; code <= 6; code++) {
            int now = code;
            await(() -> world.guest(desktop).code().number(), number -> number == now);
            world.clock.turn(Duration.ofSeconds(code == 1 ? 61 : 31));
        }
        await(desktop::state, SessionState.Paused.class);

        desktop.showNewCode();
        assertEquals(1, world.guest(desktop).code().number());
        done(ada.links().approve(world.scan(ada, world.code(desktop)).linkId()));
        world.authenticated(desktop);
    }

    @Test
    void anUnconfirmedLinkTimesOutOnBothSides() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.desktop("office");
        AuthHttp.LinkOffer offer = world.scan(ada, world.code(desktop));
        await(desktop::state, SessionState.Scanned.class);

        world.clock.turn(Duration.ofSeconds(121));
        assertEquals(new Notice.LinkEnded(LinkEnd.EXPIRED), world.guest(desktop).why());
        assertTooLate(ada, offer, LinkEnd.EXPIRED);
        assertTrue(done(ada.devices().list()).devices().isEmpty());
    }

    @Test
    void thePhoneIsToldThatTheComputerIsGone() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        List<LinkStatus> heard = new CopyOnWriteArrayList<>();
        ada.links().onStatus(heard::add);
        WebClient desktop = world.desktop("office");
        String code = world.code(desktop);
        AuthHttp.LinkOffer offer = world.scan(ada, code);

        desktop.close();
        await(() -> heard, told -> told.stream().anyMatch(s -> s.end() == LinkEnd.DESKTOP_GONE));
        assertTooLate(ada, offer, LinkEnd.DESKTOP_GONE);
        assertTrue(done(ada.devices().list()).devices().isEmpty());
    }

    @Test
    void approvingTwiceLinksOnce() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.desktop("office");
        AuthHttp.LinkOffer offer = world.scan(ada, world.code(desktop));

        List<CompletableFuture<LinkStatus>> presses = new ArrayList<>();
        for (int press = 0; press < 8; press++) {
            presses.add(ada.links().approve(offer.linkId()));
        }
        for (CompletableFuture<LinkStatus> press : presses) {
            assertTrue(List.of(LinkStatus.Step.APPROVED, LinkStatus.Step.LINKED)
                    .contains(done(press).step()));
        }
        world.authenticated(desktop);
        assertEquals(1, done(ada.devices().list()).devices().size());
    }

    @Test
    void oneOfTwoPhonesClaimsACode() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        PhoneClient bob = world.signedUp("bob");
        // As often as one account may link in a row.
        for (int round = 0; round < 6; round++) {
            WebClient desktop = world.desktop("office-" + round);
            String code = world.code(desktop);
            int won = 0;
            for (CompletableFuture<AuthHttp.LinkOffer> claim :
                    List.of(world.claim(ada, code), world.claim(bob, code))) {
                try {
                    won += done(claim).linkId().isEmpty() ? 0 : 1;
                } catch (ProblemException e) {
                    assertEquals(ErrorCode.CODE_USED, e.problem().code());
                }
            }
            assertEquals(1, won, "round " + round);
            await(desktop::state, SessionState.Scanned.class);
            desktop.close();
        }
    }

    @Test
    void aCodeWorksOnce() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        PhoneClient bob = world.signedUp("bob");
        WebClient desktop = world.desktop("office");
        String code = world.code(desktop);
        done(ada.links().approve(world.scan(ada, code).linkId()));
        world.authenticated(desktop);

        for (PhoneClient phone : List.of(ada, bob)) {
            ErrorCode refused = assertThrows(ProblemException.class, () -> world.scan(phone, code))
                    .problem()
                    .code();
            assertTrue(List.of(ErrorCode.CODE_USED, ErrorCode.CODE_EXPIRED).contains(refused), refused.toString());
        }
        assertEquals("ada", world.authenticated(desktop).profile().handle());
    }

    @Test
    void anotherServersCodeIsRecognisedWithoutACall(@TempDir Path elsewhere) throws Exception {
        PhoneClient ada = world.signedUp("ada");
        try (World other = new World(elsewhere)) {
            String code = other.code(other.desktop("office"));
            world.phoneCable.cut();
            assertEquals(new QrText.OtherServer(), ada.links().read(code));
        }
    }

    @Test
    void aPhonesLogoutEndsItsPendingLink() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.desktop("office");
        world.scan(ada, world.code(desktop));
        await(desktop::state, SessionState.Scanned.class);

        done(ada.logOut());
        assertEquals(
                new Notice.LinkEnded(LinkEnd.PHONE_LOGGED_OUT),
                world.guest(desktop).why());
    }

    @Test
    void aTypedCodeRequiresTheNumberAndAWrongOneEndsIt() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.desktop("office");
        AuthHttp.LinkOffer offer = done(ada.links()
                .claimTyped(world.guest(desktop).code().typedCode().value().toLowerCase(java.util.Locale.ROOT)));
        assertTrue(await(desktop::state, SessionState.Scanned.class).needsNumber());

        desktop.enterNumber(offer.checkNumber().value().equals("42") ? "43" : "42");
        assertEquals(
                new Notice.LinkEnded(LinkEnd.WRONG_NUMBER), world.guest(desktop).why());
        assertTooLate(ada, offer, LinkEnd.WRONG_NUMBER);
    }

    @Test
    void aTypedCodeWithTheRightNumberAdmitsTheDesktop() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.desktop("office");
        AuthHttp.LinkOffer offer = done(
                ada.links().claimTyped(world.guest(desktop).code().typedCode().value()));
        await(desktop::state, SessionState.Scanned.class);
        desktop.enterNumber(offer.checkNumber().value());
        await(desktop::state, state -> state instanceof SessionState.Scanned s && !s.needsNumber());
        done(ada.links().approve(offer.linkId()));
        world.authenticated(desktop);
    }

    @Test
    void aFullAccountIsToldBeforeTheLink() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        for (int device = 1; device <= 5; device++) {
            world.linked(ada, "office-" + device);
        }
        WebClient sixth = world.desktop("office-6");
        ProblemException refused = assertThrows(ProblemException.class, () -> world.scan(ada, world.code(sixth)));
        assertEquals(ErrorCode.TOO_MANY_DEVICES, refused.problem().code());

        done(ada.devices().unlink(done(ada.devices().list()).devices().getLast().id()));
        done(ada.links().approve(world.scan(ada, world.code(sixth)).linkId()));
        world.authenticated(sixth);
    }

    private static void assertTooLate(PhoneClient phone, AuthHttp.LinkOffer offer, LinkEnd end) throws Exception {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> done(phone.links().approve(offer.linkId())));
        assertEquals(
                end == LinkEnd.DESKTOP_GONE ? ErrorCode.DESKTOP_GONE : ErrorCode.LINK_OVER,
                refused.problem().code());
        assertEquals(end.phoneSentence(), refused.getMessage());
        assertEquals(end, done(phone.links().status(offer.linkId())).end());
    }

    private static LinkStatus link(PhoneClient phone, AuthHttp.LinkOffer offer) {
        return phone.links().status(offer.linkId()).join();
    }
}
