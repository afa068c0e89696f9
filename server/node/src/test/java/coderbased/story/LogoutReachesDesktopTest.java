package coderbased.story;

import static coderbased.story.World.PASSWORD;
import static coderbased.story.World.await;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.SessionLimits;
import coderbased.client.PhoneClient;
import coderbased.client.PhoneState;
import coderbased.client.SessionState;
import coderbased.client.SessionState.Notice;
import coderbased.client.WebClient;
import coderbased.client.keys.KeptLogin;
import coderbased.client.net.ProblemException;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way a desktop's session ends, each for a desktop that is connected and for one that is away. */
class LogoutReachesDesktopTest {

    private static final Duration PHONE_IDLE = Duration.ofHours(3);
    private static final Duration WEB_IDLE = Duration.ofHours(2);

    /** One cause: how it comes about, and what the person at the desktop is to read. */
    private enum Cause {
        PHONE_LOGS_OUT(LogoutReason.PHONE_LOGGED_OUT, Initiator.USER) {
            @Override
            void happens(World world, PhoneClient ada) throws Exception {
                done(ada.logOut());
            }
        },
        DEVICE_IS_UNLINKED(LogoutReason.UNLINKED, Initiator.USER) {
            @Override
            void happens(World world, PhoneClient ada) throws Exception {
                done(ada.devices()
                        .unlink(done(ada.devices().list()).devices().getFirst().id()));
            }
        },
        ALL_DEVICES_ARE_UNLINKED(LogoutReason.UNLINKED, Initiator.USER) {
            @Override
            void happens(World world, PhoneClient ada) throws Exception {
                done(ada.devices().unlinkAll());
            }
        },
        ACCOUNT_IS_BANNED(LogoutReason.ACCOUNT_BANNED, Initiator.ADMIN) {
            @Override
            void happens(World world, PhoneClient ada) throws Exception {
                world.ban("ada", new AuthHttp.Ban(null, "spam"));
            }
        },
        ACCOUNT_IS_DELETED(LogoutReason.ACCOUNT_DELETED, Initiator.USER) {
            @Override
            void happens(World world, PhoneClient ada) throws Exception {
                done(ada.deleteAccount(PASSWORD));
            }
        },
        PASSWORD_IS_CHANGED(LogoutReason.PASSWORD_CHANGED, Initiator.USER) {
            @Override
            void happens(World world, PhoneClient ada) throws Exception {
                done(ada.changePassword(PASSWORD, "another horse battery"));
            }
        },
        PHONE_SESSION_EXPIRES(LogoutReason.PHONE_SESSION_EXPIRED, Initiator.POLICY) {
            @Override
            void happens(World world, PhoneClient ada) {
                ada.close();
                world.clock.turn(PHONE_IDLE.plusMinutes(1));
            }
        };

        private final LogoutReason reason;
        private final Initiator by;

        Cause(LogoutReason reason, Initiator by) {
            this.reason = reason;
            this.by = by;
        }

        abstract void happens(World world, PhoneClient ada) throws Exception;
    }

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() throws Exception {
        world = new World(folder, settings -> settings.with(lasting(PHONE_IDLE, Duration.ofDays(30))));
    }

    @AfterEach
    void close() throws Exception {
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void aConnectedDesktopIsLoggedOutAtOnce(Cause cause) throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.linked(ada, "office");

        cause.happens(world, ada);
        assertReason(cause, loggedOut(desktop));
        assertWiped("office");
    }

    @ParameterizedTest
    @EnumSource
    void anAbsentDesktopLearnsTheReasonOnItsReturn(Cause cause) throws Exception {
        PhoneClient ada = world.signedUp("ada");
        world.linked(ada, "office").close();

        cause.happens(world, ada);
        assertReason(cause, loggedOut(world.desktop("office")));
        assertWiped("office");
    }

    @ParameterizedTest
    @EnumSource
    void anUnpluggedDesktopLearnsTheReason(Cause cause) throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.linked(ada, "office");
        world.cable.cut();
        await(desktop::state, state -> state instanceof SessionState.Authenticated in && in.trouble() != null);

        cause.happens(world, ada);
        world.cable.mend();
        assertReason(cause, loggedOut(desktop));
        assertWiped("office");
    }

    @Test
    void anUnusedDesktopExpires(@TempDir Path other) throws Exception {
        try (World quick = new World(other, settings -> settings.with(lasting(Duration.ofDays(90), WEB_IDLE)))) {
            PhoneClient ada = quick.signedUp("ada");
            quick.linked(ada, "office").close();
            quick.clock.turn(WEB_IDLE.plusMinutes(1));

            Logout logout = loggedOut(quick.desktop("office"));
            assertEquals(LogoutReason.SESSION_EXPIRED, logout.reason());
            assertEquals(Initiator.POLICY, logout.by());
        }
    }

    @Test
    void aDesktopLogsOutAndThePhoneSeesIt() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.linked(ada, "office");
        desktop.logOut();
        assertEquals(LogoutReason.LOGGED_OUT_HERE, loggedOut(desktop).reason());
        assertWiped("office");
        await(() -> ada.devices().list().join().devices(), java.util.List::isEmpty);
        world.online(ada);
    }

    @Test
    void thePhoneShowsWhenTheDesktopErasedItsData() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.linked(ada, "office");
        done(ada.devices().unlinkAll());
        loggedOut(desktop);

        AuthHttp.LoggedOutDevice office = wipedDevice(ada);
        assertEquals(LogoutReason.UNLINKED, office.reason());
        assertFalse(office.wipedAt().isBefore(office.at()));
        assertWiped("office");
    }

    @Test
    void thePhoneShowsThatAnAbsentDesktopWillEraseItsDataLater() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        world.linked(ada, "office").close();
        done(ada.devices().unlinkAll());
        assertNull(done(ada.devices().list()).loggedOut().getFirst().wipedAt());

        world.clock.turn(Duration.ofHours(1));
        loggedOut(world.desktop("office"));

        AuthHttp.LoggedOutDevice office = wipedDevice(ada);
        assertTrue(Duration.between(office.at(), office.wipedAt()).compareTo(Duration.ofHours(1)) >= 0);
    }

    @Test
    void aDesktopWithAWrongClockStillLogsOut() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        world.linked(ada, "office").close();
        WebClient wrong = world.desktop("office", Clock.offset(world.clock, Duration.ofDays(-1)));
        world.authenticated(wrong);
        wrong.logOut();
        await(() -> ada.devices().list().join().devices(), java.util.List::isEmpty);
    }

    @Test
    void aFrozenDesktopSeesNothingAndContinuesOnceThawed() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.linked(ada, "office");
        String device = done(ada.devices().list()).devices().getFirst().id();

        done(ada.devices().freeze(device));
        SessionState.Stopped stopped = await(desktop::state, SessionState.Stopped.class);
        assertEquals(DisconnectReason.FROZEN, stopped.reason());
        assertThrows(IllegalStateException.class, desktop::chat);
        assertTrue(done(ada.devices().list()).devices().getFirst().frozen());
        assertInstanceOf(KeptLogin.Found.class, world.store("office").load(), "it stays linked");

        desktop.showNewCode();
        await(desktop::state, SessionState.Stopped.class);

        done(ada.devices().thaw(device));
        world.authenticated(desktop);
    }

    @Test
    void aBanShowsItsEndAndReasonAndExpires() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.linked(ada, "office");
        Instant until =
                world.clock.instant().plus(Duration.ofDays(1)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        world.ban("ada", new AuthHttp.Ban(until, "spam"));

        Logout logout = loggedOut(desktop);
        assertEquals(until, logout.until());
        assertEquals("spam", logout.note());
        PhoneState.SignedOut phone = await(ada::state, PhoneState.SignedOut.class);
        assertEquals(LogoutReason.ACCOUNT_BANNED, phone.why().reason());
        ProblemException refused = assertThrows(ProblemException.class, () -> done(ada.signIn("ada", PASSWORD)));
        assertEquals(ErrorCode.LOGGED_OUT, refused.problem().code());
        assertEquals(until, refused.problem().logout().until());

        world.clock.turn(Duration.ofDays(1).plusMinutes(1));
        done(ada.signIn("ada", PASSWORD));
        world.online(ada);
    }

    @Test
    void aLoggedOutDesktopIsLinkedAgainByAScan() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.linked(ada, "office");
        done(ada.logOut());
        loggedOut(desktop);

        done(ada.signIn("ada", PASSWORD));
        world.online(ada);
        done(ada.links().approve(world.scan(ada, world.code(desktop)).linkId()));
        world.authenticated(desktop);
    }

    @Test
    void onlyTheUnlinkedDesktopIsLoggedOut() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient first = world.linked(ada, "first");
        WebClient second = world.linked(ada, "second");
        AuthHttp.Device device = done(ada.devices().list()).devices().stream()
                .filter(d -> d.facts().name().equals("first"))
                .findFirst()
                .orElseThrow();

        done(ada.devices().unlink(device.id()));
        loggedOut(first);
        assertEquals(1, done(ada.devices().list()).devices().size());
        world.authenticated(second);
    }

    private static SessionLimits lasting(Duration phone, Duration web) {
        SessionLimits usual = SessionLimits.defaults();
        return new SessionLimits(
                phone, web, usual.withoutPhone(), usual.firstAdmission(), usual.tombstones(), usual.devices());
    }

    private static void assertReason(Cause cause, Logout logout) {
        assertEquals(cause.reason, logout.reason());
        assertEquals(cause.by, logout.by());
        assertNotNull(logout.at());
        assertFalse(logout.reason().sentence().isBlank());
    }

    private void assertWiped(String profile) {
        await(() -> world.store(profile).load(), new KeptLogin.NotThere()::equals);
        assertEquals(new KeptLogin.NotThere(), world.store(profile).load());
    }

    private static AuthHttp.LoggedOutDevice wipedDevice(PhoneClient phone) {
        return await(() -> phone.devices().list().join().loggedOut().getFirst(), device -> device.wipedAt() != null);
    }

    private static Logout loggedOut(WebClient desktop) {
        return await(desktop::state, state -> notice(state) instanceof Notice.LoggedOut) instanceof SessionState state
                        && notice(state) instanceof Notice.LoggedOut told
                ? told.logout()
                : null;
    }

    private static Notice notice(SessionState state) {
        return switch (state) {
            case SessionState.LoginUnavailable unavailable -> null;
            case SessionState.LoginUnstorable unstorable -> null;
            case SessionState.Connecting connecting -> connecting.why();
            case SessionState.Guest guest -> guest.why();
            case SessionState.Paused paused -> paused.why();
            case SessionState.Scanned scanned -> null;
            case SessionState.Reinitialising reinitialising -> null;
            case SessionState.Authenticated authenticated -> null;
            case SessionState.Stopped stopped -> null;
        };
    }
}
