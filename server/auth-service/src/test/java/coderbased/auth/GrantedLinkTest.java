package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.linking.LinkCheck;
import coderbased.auth.session.Admission;
import coderbased.auth.session.AuthRefused;
import coderbased.http.CallerAddress;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Grants of an approval: they hold, and a borrowed phone cannot give them. */
class GrantedLinkTest extends SignedInPhoneTests {

    private static final CallerAddress THIS_MACHINE = CallerAddress.certain(InetAddress.getLoopbackAddress());
    private static final Duration A_WHILE = Duration.ofMinutes(6);

    @Test
    void untilTonightEndsTonight() {
        Instant tonight = world.clock.instant().plus(Duration.ofHours(5));
        TestDesktop desktop = linked(new LinkChoices(tonight, false, false));
        world.pass(Duration.ofHours(5).minusSeconds(1));
        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());

        world.pass(Duration.ofSeconds(1));

        world.awaitEnd(desktop.sessionId(), LogoutReason.SESSION_EXPIRED);
        assertEquals(LogoutReason.SESSION_EXPIRED, desktop.refusedWith());
        assertTrue(ada.devices().devices().isEmpty());
    }

    @Test
    void aReturningDesktopLearnsThatItsTimeIsOver() {
        TestDesktop desktop = linked(new LinkChoices(world.clock.instant().plusSeconds(60), false, false));
        world.clock.turn(Duration.ofMinutes(1));
        assertEquals(LogoutReason.SESSION_EXPIRED, desktop.refusedWith(), "although nobody has swept it yet");
    }

    @Test
    void endTimesInThePastOrBeyondTomorrowAreRefused() {
        AuthHttp.LinkOffer offer = ada.scan(world.desktop());
        Instant now = world.clock.instant();
        for (Instant wrong : List.of(now, now.minusSeconds(1), now.plus(Duration.ofHours(27)), Instant.MAX)) {
            AuthHttp.Approval how = new AuthHttp.Approval(new LinkChoices(wrong, false, false), null);
            assertEquals(ErrorCode.BAD_REQUEST, TestPhone.refusal(() -> ada.approve(offer, how)));
        }
        assertEquals(LinkStatus.Step.APPROVED, ada.approve(offer).step(), "the question still stands");
    }

    @Test
    void grantedRightsAreToldToBothSides() {
        LinkChoices little = new LinkChoices(null, true, true);
        TestDesktop desktop = linked(little);
        assertEquals(little, ada.devices().devices().getFirst().choices());
        assertEquals(
                little,
                assertInstanceOf(Admission.Admitted.class, desktop.reinitialise())
                        .message()
                        .choices());
        assertEquals(
                LinkChoices.FULL,
                assertInstanceOf(Admission.Admitted.class, ada.reinitialise())
                        .message()
                        .choices());
    }

    @Test
    void nameThatThePersonGivesIsToldToBothSides() {
        TestDesktop desktop = world.desktop();
        AuthHttp.LinkOffer offer = ada.scan(desktop);
        for (String wrong : List.of("", " ", "\u202Eevil", "x".repeat(Protocol.MAX_NAME_CHARS + 1))) {
            AuthHttp.Approval how = new AuthHttp.Approval(LinkChoices.FULL, null, wrong);
            assertThrows(AuthRefused.class, () -> ada.approve(offer, how), wrong);
        }
        ada.approve(offer, new AuthHttp.Approval(LinkChoices.FULL, null, " Kitchen "));
        assertEquals(
                "Kitchen",
                assertInstanceOf(Admission.Admitted.class, desktop.reinitialise())
                        .message()
                        .deviceName());
        linked(LinkChoices.FULL);
        assertEquals(
                List.of("Kitchen", "Office PC"),
                ada.devices().devices().stream()
                        .map(device -> device.facts().name())
                        .sorted()
                        .toList());
    }

    @Test
    void theFirstApprovalDecidesTheGrantedRights() {
        TestDesktop farAway = world.desktop(AuthWorld.FAR_AWAY);
        AuthHttp.LinkOffer offer = ada.scan(farAway);
        ada.approve(offer, new AuthHttp.Approval(new LinkChoices(null, true, false), null));
        ada.approve(offer);

        farAway.guest().enterNumber(offer.checkNumber().value());

        farAway.reinitialise();
        assertTrue(ada.devices().devices().getFirst().choices().readOnly());
    }

    @Test
    void noPasswordIsRequiredRightAfterSigningIn() {
        TestDesktop desktop = world.desktop();
        AuthHttp.LinkOffer offer = ada.scan(desktop);
        assertFalse(offer.needsPassword());
        assertEquals(
                LinkStatus.Step.APPROVED,
                ada.approve(offer, AuthHttp.Approval.PLAIN).step());
    }

    @Test
    void anUnlockedPhoneDoesNotApproveWithoutThePassword() {
        world.pass(A_WHILE);
        TestDesktop desktop = world.desktop();
        AuthHttp.LinkOffer offer = ada.scan(desktop);
        assertTrue(offer.needsPassword());

        for (int press = 0; press < 100; press++) {
            assertEquals(
                    ErrorCode.PASSWORD_NEEDED, TestPhone.refusal(() -> ada.approve(offer, AuthHttp.Approval.PLAIN)));
        }
        assertEquals(ErrorCode.WRONG_PASSWORD, TestPhone.refusal(() -> ada.approve(offer, with("a guess"))));
        assertFalse(desktop.hasToken());

        assertEquals(
                LinkStatus.Step.APPROVED,
                ada.approve(offer, with(AuthWorld.PASSWORD)).step());
        assertTrue(desktop.hasToken());
    }

    @Test
    void aPasswordCheckLastsForAFewMinutes() {
        world.pass(A_WHILE);
        ada.approve(ada.scan(world.desktop()), with(AuthWorld.PASSWORD));

        world.pass(Duration.ofMinutes(5));
        AuthHttp.LinkOffer soon = ada.scan(world.desktop());
        assertFalse(soon.needsPassword());
        assertEquals(
                LinkStatus.Step.APPROVED,
                ada.approve(soon, AuthHttp.Approval.PLAIN).step());

        world.pass(Duration.ofMillis(1));
        AuthHttp.LinkOffer late = ada.scan(world.desktop());
        assertTrue(late.needsPassword());
        assertEquals(ErrorCode.PASSWORD_NEEDED, TestPhone.refusal(() -> ada.approve(late, AuthHttp.Approval.PLAIN)));
    }

    @Test
    void onOneMachineOnePressApproves() {
        world.pass(Duration.ofDays(1));
        TestDesktop desktop = world.desktop(THIS_MACHINE);
        AuthHttp.LinkOffer offer = world.auth()
                .links()
                .claim(ada.session(), new AuthHttp.ClaimCode(new Secret(desktop.guestToken()), null), THIS_MACHINE);
        assertFalse(offer.needsPassword());
        assertNull(offer.checkNumber());
        assertEquals(
                LinkStatus.Step.APPROVED,
                ada.approve(offer, AuthHttp.Approval.PLAIN).step());
    }

    @Test
    void requiredNumbersAlsoRequireThePasswordOnOneMachine() {
        try (AuthWorld strict = new AuthWorld(folder.resolve("strict"), LinkCheck.ALWAYS)) {
            TestPhone eve = strict.signUp("eve");
            strict.pass(A_WHILE);
            TestDesktop desktop = strict.desktop(THIS_MACHINE);
            AuthHttp.LinkOffer offer = strict.auth()
                    .links()
                    .claim(eve.session(), new AuthHttp.ClaimCode(new Secret(desktop.guestToken()), null), THIS_MACHINE);
            assertTrue(offer.needsPassword(), "behind a proxy that says nothing, everybody looks like this machine");
        }
    }

    private TestDesktop linked(LinkChoices choices) {
        TestDesktop desktop = world.desktop();
        ada.approve(ada.scan(desktop), new AuthHttp.Approval(choices, null));
        desktop.reinitialise();
        return desktop;
    }

    private static AuthHttp.Approval with(String password) {
        return new AuthHttp.Approval(LinkChoices.FULL, new Secret(password));
    }
}
