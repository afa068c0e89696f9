package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.Admission;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.Revocation;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Problem;
import coderbased.protocol.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Every way in which a desktop is logged out: told at once to one that is connected, found out by one that was away.
 */
final class SessionTerminatorTest extends LinkedDesktopTests {

    @Test
    void thePhoneLogsOut() {
        ada.logOut();

        assertOut(LogoutReason.PHONE_LOGGED_OUT);
        world.awaitEnd(ada.sessionId(), LogoutReason.LOGGED_OUT_HERE);
        assertEquals(ErrorCode.LOGGED_OUT, TestPhone.refusal(ada::session));
    }

    @Test
    void thePhoneUnlinksTheDesktop() {
        TestDesktop other = world.linked(ada);

        world.auth().devices().unlink(ada.session(), desktop.sessionId());

        assertOut(LogoutReason.UNLINKED);
        world.awaitTold(new AuthEvent.DevicesChanged(ada.accountId()));
        assertEquals(List.of(other.sessionId()), ids(ada.devices()));
        assertEquals(
                ErrorCode.NOT_FOUND,
                TestPhone.refusal(() -> world.auth().devices().unlink(ada.session(), desktop.sessionId())));
    }

    @Test
    void thePhoneUnlinksAllAndStaysIn() {
        TestDesktop other = world.linked(ada);

        world.auth().devices().unlinkAll(ada.session());

        assertOut(LogoutReason.UNLINKED);
        assertEquals(LogoutReason.UNLINKED, other.refusedWith());
        assertTrue(ada.devices().devices().isEmpty());
    }

    @Test
    void anAccountCannotUnlinkAnotherAccountsDesktop() {
        TestPhone bob = world.signUp("bob");

        assertEquals(
                ErrorCode.NOT_FOUND,
                TestPhone.refusal(() -> world.auth().devices().unlink(bob.session(), desktop.sessionId())));
        world.auth().devices().unlinkAll(bob.session());

        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());
    }

    @Test
    void theDesktopLogsOnlyItselfOut() {
        world.auth().logOut(desktop.present());

        assertOut(LogoutReason.LOGGED_OUT_HERE);
        assertEquals(ada.sessionId(), ada.session().id());
    }

    @Test
    void aFrozenDesktopIsNeitherAdmittedNorLoggedOut() {
        TestPhone bob = world.signUp("bob");
        assertEquals(
                ErrorCode.NOT_FOUND,
                TestPhone.refusal(() -> world.auth().devices().freeze(bob.session(), desktop.sessionId())));

        world.auth().devices().freeze(ada.session(), desktop.sessionId());
        world.awaitTold(new AuthEvent.SessionFrozen(desktop.sessionId(), ada.accountId()));
        world.awaitTold(new AuthEvent.DevicesChanged(ada.accountId()));
        assertTrue(ada.devices().devices().getFirst().frozen());
        assertInstanceOf(Admission.Frozen.class, desktop.reinitialise());
        assertEquals(
                ErrorCode.NOT_ALLOWED,
                TestPhone.refusal(() -> world.auth().requireSession(desktop.present(), DeviceKind.WEB)));

        world.auth().devices().thaw(ada.session(), desktop.sessionId());
        assertFalse(ada.devices().devices().getFirst().frozen());
        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());
    }

    @Test
    void aFrozenDesktopMayLogItselfOutAndIsLoggedOutWithItsPhone() {
        TestDesktop other = world.linked(ada);
        world.auth().devices().freeze(ada.session(), desktop.sessionId());
        world.auth().devices().freeze(ada.session(), other.sessionId());
        world.auth().logOut(desktop.present());
        assertOut(LogoutReason.LOGGED_OUT_HERE);
        ada.logOut();
        assertEquals(LogoutReason.PHONE_LOGGED_OUT, other.refusedWith());
    }

    @Test
    void aDesktopCannotUsePhoneOnlyCalls() {
        assertEquals(
                ErrorCode.NOT_ALLOWED,
                TestPhone.refusal(() -> world.auth().requireSession(desktop.present(), DeviceKind.PHONE)));
    }

    @Test
    void theAccountIsBannedForAWhile() {
        Instant until = world.clock.instant().plus(Duration.ofDays(1));
        world.auth().admin().ban("Ada", new AuthHttp.Ban(until, "Spam"));

        Logout told = assertInstanceOf(Admission.LoggedOut.class, desktop.reinitialise())
                .logout();
        assertEquals(
                new Logout(LogoutReason.ACCOUNT_BANNED, Initiator.ADMIN, world.clock.instant(), until, "Spam"), told);
        world.awaitTold(new AuthEvent.SessionEnded(desktop.sessionId(), ada.accountId(), told));
        world.awaitTold(new AuthEvent.SessionEnded(ada.sessionId(), ada.accountId(), told));
        assertEquals(told, signInRefused().logout());

        world.clock.turn(Duration.ofDays(1));
        assertEquals(ada.accountId(), world.signIn("ada", AuthWorld.PASSWORD).accountId());
    }

    @Test
    void aPermanentBanEndsWhenItIsLifted() {
        world.auth().admin().ban("ada", new AuthHttp.Ban(null, null));
        assertOut(LogoutReason.ACCOUNT_BANNED);
        assertEquals(ErrorCode.LOGGED_OUT, signInRefused().code());
        assertTrue(world.auth().admin().accounts().accounts().getFirst().banned());

        world.auth().admin().unban("ada");

        TestPhone again = world.signIn("ada", AuthWorld.PASSWORD);
        assertEquals(ada.accountId(), again.accountId());
        assertEquals(LogoutReason.ACCOUNT_BANNED, desktop.refusedWith(), "what ended stays ended");
    }

    @Test
    void aBanIsNotRevealedToStrangers() {
        world.auth().admin().ban("ada", new AuthHttp.Ban(null, null));
        assertEquals(ErrorCode.WRONG_PASSWORD, TestPhone.refusal(() -> world.signIn("ada", "a guess of a stranger")));
    }

    @Test
    void theAccountIsDeleted() {
        assertEquals(
                ErrorCode.WRONG_PASSWORD,
                TestPhone.refusal(() -> world.auth()
                        .accounts()
                        .delete(ada.session(), new AuthHttp.ConfirmPassword(new Secret("not this one")))));

        world.auth().accounts().delete(ada.session(), new AuthHttp.ConfirmPassword(new Secret(AuthWorld.PASSWORD)));

        assertOut(LogoutReason.ACCOUNT_DELETED);
        assertEquals(ErrorCode.WRONG_PASSWORD, TestPhone.refusal(() -> world.signIn("ada", AuthWorld.PASSWORD)));
        assertEquals(ErrorCode.HANDLE_TAKEN, TestPhone.refusal(() -> world.signUp("ada")));
        assertTrue(world.auth().directory().find("nobody", "", 10).isEmpty());
        assertTrue(world.auth().directory().find("nobody", "ada", 10).isEmpty());
        assertFalse(world.auth().directory().areThere(List.of(ada.accountId())));
        assertEquals(
                "Deleted account",
                world.store().account(ada.accountId()).orElseThrow().contact().name());
    }

    @Test
    void aPasswordChangeKeepsOnlyThisPhone() {
        TestPhone second = world.signIn("ada", AuthWorld.PASSWORD);

        AuthHttp.SignedIn in = world.auth()
                .accounts()
                .changePassword(
                        ada.session(),
                        new AuthHttp.ChangePassword(
                                new Secret(AuthWorld.PASSWORD), new Secret("another horse battery")));
        ada.keep(in.authToken().value());

        assertOut(LogoutReason.PASSWORD_CHANGED);
        assertEquals(Optional.of(LogoutReason.PASSWORD_CHANGED), world.ended(second.sessionId()));
        assertInstanceOf(Admission.Admitted.class, ada.reinitialise());
        assertEquals(ErrorCode.WRONG_PASSWORD, TestPhone.refusal(() -> world.signIn("ada", AuthWorld.PASSWORD)));
        assertEquals(
                ada.accountId(), world.signIn("ada", "another horse battery").accountId());
    }

    @Test
    void thePhonesSessionExpires() {
        world.pass(Duration.ofDays(91));

        assertOut(LogoutReason.PHONE_SESSION_EXPIRED);
        world.awaitEnd(ada.sessionId(), LogoutReason.SESSION_EXPIRED);
    }

    @Test
    void anIdlePhoneIsLoggedOutAfterTwoWeeks() {
        world.pass(Duration.ofDays(13));
        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());

        world.pass(Duration.ofDays(1).plusSeconds(1));

        assertOut(LogoutReason.PHONE_SESSION_EXPIRED);
        assertEquals(Optional.empty(), world.ended(ada.sessionId()));
    }

    @Test
    void aConnectedPhoneIsNotIdle() {
        world.auth().connected(ada.session());
        world.pass(Duration.ofDays(20));
        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());
    }

    @Test
    void anIdleDesktopIsLoggedOutAfterAMonth() {
        world.auth().connected(ada.session());
        world.pass(Duration.ofDays(30));
        assertEquals(Optional.empty(), world.ended(desktop.sessionId()));

        world.pass(Duration.ofSeconds(1));

        assertOut(LogoutReason.SESSION_EXPIRED);
    }

    @Test
    void anExpiredSessionIsRefusedEvenBeforeTheSweep() {
        world.clock.turn(Duration.ofDays(15));
        assertEquals(LogoutReason.PHONE_SESSION_EXPIRED, desktop.refusedWith());
        world.awaitEnd(desktop.sessionId(), LogoutReason.PHONE_SESSION_EXPIRED);
    }

    @Test
    void aLongAbsentDesktopStillLearnsTheTrueReason() {
        ada.logOut();
        world.pass(Duration.ofDays(89));
        assertEquals(LogoutReason.PHONE_LOGGED_OUT, desktop.refusedWith());
    }

    @Test
    void tombstonesAreForgottenEventually() {
        ada.logOut();
        world.pass(Duration.ofDays(91));
        assertEquals(LogoutReason.TOKEN_INVALID, desktop.refusedWith());
    }

    @Test
    void everyEndIsInTheRevocationFeedOnceAndInOrder() {
        long before = world.store().lastRevocation();
        ada.logOut();

        List<Revocation> feed = world.store().revocationsAfter(before, 10);
        assertEquals(
                List.of(ada.sessionId(), desktop.sessionId()),
                feed.stream().map(Revocation::sessionId).toList());
        assertEquals(
                List.of(LogoutReason.LOGGED_OUT_HERE, LogoutReason.PHONE_LOGGED_OUT),
                feed.stream().map(line -> line.logout().reason()).toList());
        assertEquals(before + 1, feed.getFirst().sequence());
        assertEquals(before + 2, world.store().lastRevocation());
    }

    @Test
    void theAdminSeesPresentAndFormerSessions() {
        ada.logOut();
        world.signIn("ada", AuthWorld.PASSWORD);

        AuthHttp.AccountLine line = world.auth().admin().accounts().accounts().getFirst();
        assertEquals("ada", line.handle());
        assertEquals(1, line.sessions());
        assertEquals(3, world.auth().admin().sessions("ada").sessions().size());
        assertEquals(
                ErrorCode.NOT_FOUND,
                TestPhone.refusal(() -> world.auth().admin().sessions("nobody")));
    }

    private Problem signInRefused() {
        return Assertions.assertThrows(AuthRefused.class, () -> world.signIn("ada", AuthWorld.PASSWORD))
                .problem();
    }

    /** A connected desktop is told at once, and hears the same when it comes back. */
    private void assertOut(LogoutReason reason) {
        world.awaitEnd(desktop.sessionId(), reason);
        assertEquals(reason, desktop.refusedWith());
    }

    private static List<String> ids(AuthHttp.Devices devices) {
        return devices.devices().stream().map(AuthHttp.Device::id).toList();
    }
}
