package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.ErrorCode;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who tries very often is told to wait, and nobody else is. */
class AllowancesTest {

    private static final DeviceFacts FACTS = new DeviceFacts("Phone", "App", "Linux");
    private static final CallerAddress THIS_MACHINE = CallerAddress.certain(InetAddress.ofLiteral("127.0.0.1"));

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
    void whoGuessesAPasswordIsShutOutAndTheOwnerIsNot() {
        world.signUp("ada");
        assertEquals(10, wrongPasswordsUntilShutOut("ada", AuthWorld.FAR_AWAY));

        AuthRefused evenTheRightOne =
                assertThrows(AuthRefused.class, () -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.FAR_AWAY));
        assertEquals(ErrorCode.SLOW_DOWN, evenTheRightOne.problem().code());
        assertTrue(evenTheRightOne.problem().retryAfterMillis() > 0, "it says when to come back");
        assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.HOME));
    }

    @Test
    void whoWaitsMayTryAgain() {
        world.signUp("ada");
        wrongPasswordsUntilShutOut("ada", AuthWorld.FAR_AWAY);
        world.pass(Duration.ofMinutes(5));
        assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.FAR_AWAY));
    }

    @Test
    void rightPasswordsAreNotCountedAsWrong() {
        world.signUp("ada");
        for (int i = 0; i < 11; i++) {
            assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, AuthWorld.HOME));
        }
    }

    @Test
    void anAccountThatDoesNotExistIsShutJustTheSame() {
        assertEquals(10, wrongPasswordsUntilShutOut("nobody", AuthWorld.FAR_AWAY));
    }

    @Test
    void textsThatCanBeNoHandleShareOneAllowance() {
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
    void oneHouseholdHasOneAllowanceHoweverManyAddressesItHas() {
        world.signUp("ada");
        assertEquals(10, wrongPasswordsUntilShutOut("ada", at("2001:db8:1:2::1")));
        assertEquals(
                ErrorCode.SLOW_DOWN,
                TestPhone.refusal(
                        () -> signIn("ada", AuthWorld.PASSWORD, at("2001:db8:1:2:ffff::9"))));
        assertDoesNotThrow(() -> signIn("ada", AuthWorld.PASSWORD, at("2001:db8:1:3::1")));
    }

    @Test
    void oneAddressMakesNoCrowdOfAccounts() {
        for (int i = 0; i < 20; i++) {
            String handle = "crowd" + i;
            assertDoesNotThrow(() -> signUp(handle, AuthWorld.FAR_AWAY));
        }
        assertEquals(ErrorCode.SLOW_DOWN, TestPhone.refusal(() -> signUp("onemore", AuthWorld.FAR_AWAY)));
        assertDoesNotThrow(() -> signUp("another", AuthWorld.HOME));
    }

    @Test
    void thisVeryMachineIsItsOwners() {
        for (int i = 0; i < 31; i++) {
            assertDoesNotThrow(() -> world.desktop(THIS_MACHINE));
        }
    }

    @Test
    void oneAddressIsNotShownCodesWithoutEnd() {
        for (int i = 0; i < 30; i++) {
            world.desktop(AuthWorld.FAR_AWAY);
        }
        assertEquals(ErrorCode.SLOW_DOWN, TestPhone.refusal(() -> world.desktop(AuthWorld.FAR_AWAY)));
        assertDoesNotThrow(() -> world.desktop(AuthWorld.HOME));
        world.pass(Duration.ofMinutes(1));
        assertDoesNotThrow(() -> world.desktop(AuthWorld.FAR_AWAY));
    }

    @Test
    void oneAccountDoesNotScanWithoutEnd() {
        TestPhone ada = world.signUp("ada");
        for (int i = 0; i < 6; i++) {
            ada.deny(ada.scan(world.desktop()));
        }
        assertEquals(ErrorCode.SLOW_DOWN, TestPhone.refusal(() -> ada.scan(world.desktop())));
        world.pass(Duration.ofMinutes(2));
        assertDoesNotThrow(() -> ada.scan(world.desktop()));
    }

    private int wrongPasswordsUntilShutOut(String handle, CallerAddress from) {
        int wrong = 0;
        while (TestPhone.refusal(() -> signIn(handle, "a wrong guess", from)) == ErrorCode.WRONG_PASSWORD) {
            wrong++;
        }
        return wrong;
    }

    private static CallerAddress at(String address) {
        return CallerAddress.certain(InetAddress.ofLiteral(address));
    }

    private void signIn(String handle, String password, CallerAddress from) {
        world.auth().signIn(new AuthHttp.SignIn(handle, password, FACTS, new TestKey().publicHalf()), from);
    }

    private void signUp(String handle, CallerAddress from) {
        world.auth()
                .signUp(
                        new AuthHttp.SignUp(handle, handle, AuthWorld.PASSWORD, FACTS, new TestKey().publicHalf()),
                        from);
    }
}
