package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.Admission;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionRow;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Something changes between the check and the act: the act compares again. Each interleaving is forced. */
final class OvertakenTest extends LinkedDesktopTests {

    private static final String THIEFS = "a thief's password";
    private static final String OWNERS = "the owner's password";

    @Test
    void aConcurrentPasswordChangeDoesNotUndoTheOwners() {
        TestPhone thief = world.signIn("ada", AuthWorld.PASSWORD);
        Session thiefs = thief.session();
        world.door().beforeNext("endConfirmed", () -> change(ada, AuthWorld.PASSWORD, OWNERS));

        assertEquals(
                ErrorCode.LOGGED_OUT,
                TestPhone.refusal(() -> world.auth()
                        .accounts()
                        .changePassword(
                                thiefs,
                                new AuthHttp.ChangePassword(new Secret(AuthWorld.PASSWORD), new Secret(THIEFS)))));

        assertEquals(Optional.empty(), world.ended(ada.sessionId()));
        assertEquals(Optional.of(LogoutReason.PASSWORD_CHANGED), world.ended(thief.sessionId()));
        assertEquals(ada.accountId(), world.signIn("ada", OWNERS).accountId());
        assertEquals(ErrorCode.WRONG_PASSWORD, TestPhone.refusal(() -> world.signIn("ada", THIEFS)));
    }

    @Test
    void aConcurrentPasswordChangeOnTheSamePhoneIsDetected() {
        world.door().beforeNext("endConfirmed", () -> change(ada, AuthWorld.PASSWORD, OWNERS));
        assertEquals(ErrorCode.WRONG_PASSWORD, TestPhone.refusal(() -> change(ada, AuthWorld.PASSWORD, THIEFS)));
        assertEquals(ada.accountId(), world.signIn("ada", OWNERS).accountId());
    }

    /** Whatever is under way with the old password, when the account is deleted: nothing of it is done. */
    @TestFactory
    Stream<DynamicTest> aDeletedAccountStaysDeleted() {
        return Stream.of(
                overtaken(
                        "a password change",
                        "endConfirmed",
                        this::delete,
                        () -> change(ada, AuthWorld.PASSWORD, THIEFS)),
                overtaken("another deletion", "endConfirmed", this::delete, this::delete),
                overtaken("a sign-in", "addPhoneSession", this::delete, () -> world.signIn("ada", AuthWorld.PASSWORD)),
                overtaken("a password on the approve sheet", "provePassword", this::delete, this::approveWithPassword));
    }

    /** The same when it is banned. */
    @TestFactory
    Stream<DynamicTest> aBannedAccountStaysOut() {
        return Stream.of(
                overtaken(
                        "a password change", "endConfirmed", this::ban, () -> change(ada, AuthWorld.PASSWORD, THIEFS)),
                overtaken("a deletion", "endConfirmed", this::ban, this::delete),
                overtaken("a sign-in", "addPhoneSession", this::ban, () -> world.signIn("ada", AuthWorld.PASSWORD)),
                overtaken("a desktop that is approved", "addWebSession", this::ban, this::approve),
                overtaken("a password on the approve sheet", "provePassword", this::ban, this::approveWithPassword));
    }

    @Test
    void aReconnectDuringAPasswordChangeKeepsTheSession() {
        ada.reinitialise();
        for (String step : new String[] {"before", "after"}) {
            Session caller = ada.session();
            Runnable again = () -> assertInstanceOf(Admission.Admitted.class, ada.reinitialise());
            if (step.equals("before")) {
                world.door().beforeNext("endConfirmed", () -> {
                    again.run();
                    again.run();
                });
            } else {
                world.door().afterNext("endConfirmed", () -> {
                    again.run();
                    again.run();
                });
            }
            String old = step.equals("before") ? AuthWorld.PASSWORD : OWNERS;
            String next = step.equals("before") ? OWNERS : AuthWorld.PASSWORD;
            AuthHttp.SignedIn in = world.auth()
                    .accounts()
                    .changePassword(caller, new AuthHttp.ChangePassword(new Secret(old), new Secret(next)));
            ada.keep(in.authToken().value());
            again.run();
            again.run();
            assertEquals(Optional.empty(), world.ended(ada.sessionId()), step);
        }
    }

    @Test
    void aDisownedLinkCannotBeConfirmedLater() {
        world.door()
                .beforeNext(
                        "answered", () -> world.auth().newLinks().answer(ada.session(), desktop.sessionId(), false));
        assertEquals(
                ErrorCode.NOT_FOUND,
                TestPhone.refusal(() -> world.auth().newLinks().answer(ada.session(), desktop.sessionId(), true)));
        assertEquals(LogoutReason.UNLINKED, desktop.refusedWith());
    }

    @Test
    void aDesktopFrozenDuringItsRenewalIsNotAdmitted() {
        world.door().beforeNext("renew", () -> world.auth().devices().freeze(ada.session(), desktop.sessionId()));
        assertInstanceOf(Admission.Frozen.class, desktop.reinitialise());
        assertEquals(Optional.empty(), world.ended(desktop.sessionId()));
    }

    @Test
    void aDesktopEndedDuringItsRenewalLearnsTheReason() {
        world.door().beforeNext("renew", () -> world.auth().devices().unlink(ada.session(), desktop.sessionId()));
        assertEquals(LogoutReason.UNLINKED, desktop.refusedWith());
    }

    private DynamicTest overtaken(String what, String call, Runnable meanwhile, Runnable act) {
        return DynamicTest.dynamicTest(what, () -> {
            stop();
            world = new AuthWorld(folder.resolve(what.replace(' ', '-').replace("'", "")));
            ada = world.signUp("ada");
            world.door().beforeNext(call, meanwhile);
            TestPhone.refusal(act);
            assertTrue(world.ended(ada.sessionId()).isPresent());
            assertTrue(world.store().sessions(ada.accountId()).stream().noneMatch(SessionRow::isLive));
            TestPhone.refusal(() -> world.signIn("ada", AuthWorld.PASSWORD));
            TestPhone.refusal(() -> world.signIn("ada", THIEFS));
        });
    }

    private void change(TestPhone by, String from, String to) {
        ada.keep(world.auth()
                .accounts()
                .changePassword(by.session(), new AuthHttp.ChangePassword(new Secret(from), new Secret(to)))
                .authToken()
                .value());
    }

    private void delete() {
        world.auth().accounts().delete(ada.session(), new AuthHttp.ConfirmPassword(new Secret(AuthWorld.PASSWORD)));
    }

    private void ban() {
        world.auth().admin().ban("ada", new AuthHttp.Ban(null, null));
    }

    private void approve() {
        ada.approve(ada.scan(world.desktop()));
    }

    private void approveWithPassword() {
        world.clock.turn(Duration.ofMinutes(6));
        ada.approve(ada.scan(world.desktop()), new AuthHttp.Approval(LinkChoices.FULL, new Secret(AuthWorld.PASSWORD)));
    }
}
