package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.passwords.PhoneUnlock;
import coderbased.auth.session.AuthRefused;
import coderbased.http.CallerAddress;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Secret;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller that tries very often is told to wait, and nobody else is. */
class RateLimitersTest {

    private static final DeviceFacts FACTS = new DeviceFacts("Phone", "App", "Linux");
    private static final CallerAddress THIS_MACHINE = CallerAddress.certain(InetAddress.ofLiteral("127.0.0.1"));

    /** Too long for any password: it counts like every wrong one, and costs no hash. */
    private static final String GUESS = "x".repeat(1_000);

    @TempDir
    private Path folder;

    private AuthWorld world;

    @BeforeEach
    void aServer() {
        world = new AuthWorld(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void passwordGuessingBlocksTheGuesserAndNotTheOwner() {
        world.signUp("ada");
        assertEquals(10, wrongPasswordsUntilShutOut("ada", AuthWorld.FAR_AWAY));

        AuthRefused evenTheRightOne =
                assertThrows(AuthRefused.class, () -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.FAR_AWAY));
        assertEquals(ErrorCode.SLOW_DOWN, evenTheRightOne.problem().code());
        assertTrue(evenTheRightOne.problem().retryAfterMillis() > 0, "it says when to come back");
        assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.HOME));
    }

    @Test
    void aBlockedCallerMayTryAgainAfterWaiting() {
        world.signUp("ada");
        wrongPasswordsUntilShutOut("ada", AuthWorld.FAR_AWAY);
        world.pass(Duration.ofMinutes(5));
        assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.FAR_AWAY));
    }

    @Test
    void aBackwardClockKeepsNobodyBlocked() {
        TestPhone ada = world.signUp("ada");
        wrongPasswordsUntilShutOut("ada", AuthWorld.FAR_AWAY);
        for (int i = 0; i < 6; i++) {
            ada.deny(ada.scan(world.desktop()));
        }
        world.pass(Duration.ofDays(-1));
        assertEquals(
                ErrorCode.SLOW_DOWN, TestPhone.refusal(() -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.FAR_AWAY)));
        world.pass(Duration.ofMinutes(5));
        assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.FAR_AWAY));
        assertDoesNotThrow(() -> ada.scan(world.desktop()));
    }

    @Test
    void aBackwardClockUnblocksNobody() {
        world.signUp("ada");
        wrongPasswordsUntilShutOut("ada", AuthWorld.FAR_AWAY);
        for (int i = 0; i < 20; i++) {
            world.pass(Duration.ofHours(-1));
        }
        assertEquals(
                ErrorCode.SLOW_DOWN, TestPhone.refusal(() -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.FAR_AWAY)));
    }

    @Test
    void correctPasswordsDoNotCountAsWrong() {
        world.signUp("ada");
        for (int i = 0; i < 11; i++) {
            assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.HOME));
        }
    }

    @Test
    void anUnknownAccountIsBlockedLikeAnExistingOne() {
        assertEquals(10, wrongPasswordsUntilShutOut("nobody", AuthWorld.FAR_AWAY));
    }

    @Test
    void invalidHandlesShareOneLimit() {
        for (int i = 0; i < 10; i++) {
            String endless = "x".repeat(7_000 + i);
            assertEquals(
                    ErrorCode.WRONG_PASSWORD, TestPhone.refusal(() -> signIn(endless, "wrong", AuthWorld.FAR_AWAY)));
        }
        assertEquals(
                ErrorCode.SLOW_DOWN,
                TestPhone.refusal(() -> signIn("y".repeat(7_000), "wrong", AuthWorld.FAR_AWAY)),
                "nothing of such a text is remembered");
    }

    @Test
    void anIpv6NetworkSharesOneLimit() {
        world.signUp("ada");
        assertEquals(10, wrongPasswordsUntilShutOut("ada", at("2001:db8:1:2::1")));
        assertEquals(
                ErrorCode.SLOW_DOWN,
                TestPhone.refusal(() -> signIn("ada", AuthWorld.PASSWORD, at("2001:db8:1:2:ffff::9"))));
        assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, at("2001:db8:1:3::1")));
    }

    @Test
    void oneAddressCannotCreateManyAccounts() {
        for (int i = 0; i < 20; i++) {
            String handle = "crowd" + i;
            assertDoesNotThrow(() -> signUp(handle, AuthWorld.FAR_AWAY));
        }
        assertEquals(ErrorCode.SLOW_DOWN, TestPhone.refusal(() -> signUp("onemore", AuthWorld.FAR_AWAY)));
        assertDoesNotThrow(() -> signUp("another", AuthWorld.HOME));
    }

    @Test
    void theServersOwnMachineIsNotLimited() {
        for (int i = 0; i < 31; i++) {
            assertDoesNotThrow(() -> world.desktop(THIS_MACHINE));
        }
    }

    @Test
    void oneAddressCannotRequestUnlimitedCodes() {
        for (int i = 0; i < 30; i++) {
            world.desktop(AuthWorld.FAR_AWAY);
        }
        assertEquals(ErrorCode.SLOW_DOWN, TestPhone.refusal(() -> world.desktop(AuthWorld.FAR_AWAY)));
        assertDoesNotThrow(() -> world.desktop(AuthWorld.HOME));
        world.pass(Duration.ofMinutes(1));
        assertDoesNotThrow(() -> world.desktop(AuthWorld.FAR_AWAY));
    }

    @Test
    void oneAccountCannotScanWithoutLimit() {
        TestPhone ada = world.signUp("ada");
        for (int i = 0; i < 6; i++) {
            ada.deny(ada.scan(world.desktop()));
        }
        assertEquals(ErrorCode.SLOW_DOWN, TestPhone.refusal(() -> ada.scan(world.desktop())));
        world.pass(Duration.ofMinutes(2));
        assertDoesNotThrow(() -> ada.scan(world.desktop()));
    }

    /** Guesses from many addresses use up the strangers' allowance and leave the owner's alone. */
    @Test
    void unknownDevicesDoNotBlockAKnownDevice() {
        TestPhone ada = world.signUp("ada");
        int checked = 0;
        for (int i = 0; i < 5; i++) {
            checked += wrongPasswordsUntilShutOut("ada", at("2001:db8:2:" + i + "::1"));
        }
        checked += wrongPasswordsUntilShutOut("ada", CallerAddress.UNKNOWN);
        assertEquals(100, checked, "so many are checked for all strangers together");
        for (int i = 0; i < 12; i++) {
            CallerAddress another = at("2001:db8:1:" + i + "::1");
            assertEquals(ErrorCode.SLOW_DOWN, TestPhone.refusal(() -> signIn("ada", GUESS, another)));
        }
        assertEquals(
                ErrorCode.SLOW_DOWN,
                TestPhone.refusal(() -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.FAR_AWAY)),
                "a device that nobody knows, at a place that nobody knows");

        for (CallerAddress from : List.of(CallerAddress.UNKNOWN, AuthWorld.FAR_AWAY, AuthWorld.NEIGHBOUR)) {
            assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, from, ada.key()), "the device is known");
        }
        assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.HOME), "the place is known");
        assertEquals(10, wrongPasswordsUntilShutOut("ada", AuthWorld.HOME), "and guesses from there are few");
        assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.HOME, ada.key()));
        assertTheOwnersPhoneIsServed(ada);
    }

    private void assertTheOwnersPhoneIsServed(TestPhone ada) {
        world.pass(PhoneUnlock.VALIDITY.plusMillis(1));
        AuthHttp.LinkOffer offer = ada.scan(world.desktop());
        assertEquals(
                ErrorCode.WRONG_PASSWORD,
                TestPhone.refusal(() -> ada.approve(
                        offer, new AuthHttp.Approval(LinkChoices.FULL, new Secret("a slip of the owner's")))));
        assertEquals(LinkStatus.Step.APPROVED, ada.approve(offer).step());
        AuthHttp.ChangePassword change =
                new AuthHttp.ChangePassword(new Secret(AuthWorld.PASSWORD), new Secret("another horse battery"));
        ada.keep(world.auth()
                .accounts()
                .changePassword(ada.session(), change)
                .authToken()
                .value());
        assertDoesNotThrow(() -> world.auth()
                .accounts()
                .delete(ada.session(), new AuthHttp.ConfirmPassword(new Secret("another horse battery"))));
    }

    @Test
    void tenWrongPasswordsFromUnknownAddressesBlockNobody() {
        world.signUp("ada");
        for (int i = 0; i < 11; i++) {
            assertEquals(
                    ErrorCode.WRONG_PASSWORD,
                    TestPhone.refusal(() -> signIn("ada", "a wrong guess", CallerAddress.UNKNOWN)));
        }
        assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, CallerAddress.UNKNOWN));
    }

    @Test
    void aSignedInPhoneGetsTenGuessesAndBlocksNoOtherPhone() {
        TestPhone lost = world.signUp("ada");
        TestPhone other = world.signIn("ada", AuthWorld.PASSWORD);
        AuthHttp.ChangePassword guess =
                new AuthHttp.ChangePassword(new Secret("a wrong guess"), new Secret("another horse battery"));
        for (int i = 0; i < 10; i++) {
            assertEquals(
                    ErrorCode.WRONG_PASSWORD,
                    TestPhone.refusal(() -> world.auth().accounts().changePassword(lost.session(), guess)));
        }
        assertEquals(
                ErrorCode.SLOW_DOWN,
                TestPhone.refusal(() -> world.auth().accounts().changePassword(lost.session(), guess)));
        AuthHttp.ChangePassword right =
                new AuthHttp.ChangePassword(new Secret(AuthWorld.PASSWORD), new Secret("another horse battery"));
        assertDoesNotThrow(() -> world.auth().accounts().changePassword(other.session(), right));
    }

    @Test
    void unknownDevicesOfANetworkDoNotUseUpTheLimitOfKnownOnes() {
        TestPhone ada = world.signUp("ada");
        for (int i = 0; i < 60; i++) {
            String madeUp = "nobody" + i / 10;
            assertEquals(ErrorCode.WRONG_PASSWORD, TestPhone.refusal(() -> signIn(madeUp, GUESS, AuthWorld.HOME)));
        }
        assertEquals(ErrorCode.SLOW_DOWN, TestPhone.refusal(() -> signIn("onemore", "a guess", AuthWorld.HOME)));
        assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.HOME));
        assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.HOME, ada.key()));
    }

    private int wrongPasswordsUntilShutOut(String handle, CallerAddress from) {
        int wrong = 0;
        while (TestPhone.refusal(() -> signIn(handle, GUESS, from)) == ErrorCode.WRONG_PASSWORD) {
            wrong++;
        }
        return wrong;
    }

    private static CallerAddress at(String address) {
        return CallerAddress.certain(InetAddress.ofLiteral(address));
    }

    private void signIn(String handle, String password, CallerAddress from) {
        signIn(handle, password, from, new TestKey());
    }

    private void signIn(String handle, String password, CallerAddress from, TestKey key) {
        world.auth()
                .accounts()
                .signIn(new AuthHttp.SignIn(handle, new Secret(password), FACTS, key.publicHalf()), from);
    }

    private void signUp(String handle, CallerAddress from) {
        world.auth()
                .accounts()
                .signUp(
                        new AuthHttp.SignUp(
                                handle, handle, new Secret(AuthWorld.PASSWORD), FACTS, new TestKey().publicHalf()),
                        from);
    }
}
