package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.auth.session.Account;
import coderbased.auth.session.AuthRefused;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Contact;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Secret;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing up and in. */
class AccountsTest {

    private static final DeviceFacts FACTS = new DeviceFacts("Phone", "App", "Linux");

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
    void newAccountIsVisibleToOthers() {
        TestPhone bob = world.signUp("bob");
        TestPhone ada = world.signUp("ada");

        Contact contact = new Contact(ada.accountId(), "ada", "ADA");
        assertEquals(
                List.of(contact),
                world.store().accounts(List.of(ada.accountId(), "nobody")).stream()
                        .map(Account::contact)
                        .toList());
        assertEquals(List.of(contact), world.auth().directory().find(bob.accountId(), "ad", 10));
    }

    @Test
    void aHandleIsUniqueRegardlessOfCase() {
        world.signUp("ada");
        assertEquals(ErrorCode.HANDLE_TAKEN, TestPhone.refusal(() -> world.signUp("ADA")));
        assertEquals(ErrorCode.BAD_REQUEST, TestPhone.refusal(() -> world.signUp("no spaces")));
    }

    @Test
    void aPasswordOfTheWrongLengthIsRefused() {
        for (String password : List.of("seven 7", "x".repeat(257))) {
            assertEquals(ErrorCode.BAD_REQUEST, TestPhone.refusal(() -> signUp("ada", password)));
        }
        assertDoesNotThrow(() -> signUp("ada", "eight  8"));
    }

    @Test
    void anUnknownHandleAndAWrongPasswordGetTheSameAnswer() {
        world.signUp("ada");
        AuthRefused wrong = assertThrows(AuthRefused.class, () -> world.signIn("ada", "not the password"));
        AuthRefused unknown = assertThrows(AuthRefused.class, () -> world.signIn("eve", "not the password"));
        AuthRefused impossible = assertThrows(AuthRefused.class, () -> world.signIn("!", "not the password"));
        assertEquals(wrong.problem(), unknown.problem());
        assertEquals(wrong.problem(), impossible.problem());
    }

    @Test
    void anInvalidKeyIsRefused() {
        AuthHttp.SignUp said = new AuthHttp.SignUp(
                "ada", "Ada", new Secret(AuthWorld.PASSWORD), FACTS, new DeviceKey("EC", "P-256", "AAAA", "AAAA"));
        assertEquals(
                ErrorCode.BAD_REQUEST,
                TestPhone.refusal(() -> world.auth().accounts().signUp(said, AuthWorld.HOME)));
    }

    @Test
    void devicesCanBeGivenAName() {
        TestPhone ada = world.signUp("ada");
        TestDesktop desktop = world.linked(ada);

        world.auth().devices().rename(ada.session(), desktop.sessionId(), new AuthHttp.Rename("  Ada's desk  "));

        assertEquals("Ada's desk", ada.devices().devices().getFirst().facts().name());
        assertEquals(
                ErrorCode.BAD_REQUEST,
                TestPhone.refusal(() -> world.auth()
                        .devices()
                        .rename(ada.session(), desktop.sessionId(), new AuthHttp.Rename("Ada\u202e's desk"))));
        assertEquals("Ada's desk", ada.devices().devices().getFirst().facts().name());
        TestPhone bob = world.signUp("bob");
        assertEquals(
                ErrorCode.NOT_FOUND,
                TestPhone.refusal(() -> world.auth()
                        .devices()
                        .rename(bob.session(), desktop.sessionId(), new AuthHttp.Rename("Mine"))));
    }

    @Test
    void dangerousActionsRequireThePassword() {
        TestPhone ada = world.signUp("ada");
        AuthHttp.ChangePassword change =
                new AuthHttp.ChangePassword(new Secret("not this one"), new Secret("another password"));
        AuthHttp.ConfirmPassword end = new AuthHttp.ConfirmPassword(new Secret("not this one"));
        assertEquals(
                ErrorCode.WRONG_PASSWORD,
                TestPhone.refusal(() -> world.auth().accounts().changePassword(ada.session(), change)));
        assertEquals(
                ErrorCode.WRONG_PASSWORD,
                TestPhone.refusal(() -> world.auth().accounts().delete(ada.session(), end)));
        assertEquals(ada.accountId(), world.signIn("ada", AuthWorld.PASSWORD).accountId());
    }

    private void signUp(String handle, String password) {
        world.auth()
                .accounts()
                .signUp(
                        new AuthHttp.SignUp(handle, "Ada", new Secret(password), FACTS, new TestKey().publicHalf()),
                        AuthWorld.HOME);
    }
}
