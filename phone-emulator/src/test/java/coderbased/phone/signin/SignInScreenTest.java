package coderbased.phone.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.PhoneState;
import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import coderbased.protocol.ErrorCode;
import java.net.URI;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInScreenTest {

    private Screen<PlayedPhone> screen;

    @BeforeEach
    void nobodyIsSignedIn() throws Exception {
        screen = Screen.of(PlayedPhone.signedOut());
    }

    @AfterEach
    void over() {
        screen.close();
    }

    @Test
    void personSignsInByKeyboard() {
        screen.type("#sign-in-handle", " Ada ").press(KeyCode.TAB);
        screen.type("#sign-in-password", "correct horse").press(KeyCode.ENTER);
        assertEquals(List.of("signIn ada correct horse"), screen.phone.asked);
        screen.awaitText("#sign-in-submit", "One moment…");
        screen.phone.become(new PhoneState.SignedIn(PlayedPhone.ADA, null));
        screen.phone.account.complete(null);
        screen.awaitShown("#tab-chats");
    }

    @Test
    void wrongPasswordIsReportedAtItsField() {
        screen.phone.account = PlayedPhone.refusal(ErrorCode.WRONG_PASSWORD, "Handle or password is wrong.");
        fillIn();
        screen.awaitText("#sign-in-password-problem", "Handle or password is wrong.");
        assertFalse(screen.shows("#sign-in-problem"));
        screen.assertText("#sign-in-handle", "ada");
        screen.type("#sign-in-password", "other");
        screen.awaitGone("#sign-in-password-problem");
    }

    @Test
    void unreachableServerIsReportedAndTypedTextStays() {
        screen.phone.account = PlayedPhone.refusal(ErrorCode.TRY_LATER, "The server cannot be reached.");
        fillIn();
        screen.awaitText("#sign-in-problem", "The server cannot be reached.");
        screen.assertText("#sign-in-password", "secret word");
    }

    @Test
    void takenHandleIsReportedAtItsField() {
        screen.phone.account = PlayedPhone.refusal(ErrorCode.HANDLE_TAKEN, "That handle is taken.");
        screen.click("#sign-in-switch").type("#sign-in-name", "Ada");
        fillIn();
        screen.awaitText("#sign-in-handle-problem", "That handle is taken.");
        assertEquals(List.of("signUp ada Ada secret word"), screen.phone.asked);
    }

    @Test
    void emptyFormIsNotSent() {
        screen.click("#sign-in-submit").awaitText("#sign-in-handle-problem", "Type your handle.");
        screen.type("#sign-in-handle", "ada").click("#sign-in-submit");
        screen.awaitText("#sign-in-password-problem", "Type your password.");
        screen.click("#sign-in-switch").click("#sign-in-submit");
        screen.awaitText("#sign-in-name-problem", "Type a name that others will see.");
        assertTrue(screen.phone.asked.isEmpty());
    }

    @Test
    void invisibleNameIsReportedBeforeTheServerIsAsked() {
        screen.click("#sign-in-switch").type("#sign-in-name", "\u3164");
        fillIn();
        screen.awaitText("#sign-in-name-problem", "A name needs at least one character that can be seen.");
        assertTrue(screen.phone.asked.isEmpty());
    }

    @Test
    void anotherServerCanBeChosen() {
        screen.click("#server-edit")
                .type("#server-address", "chat.example.org:7070")
                .click("#server-save");
        assertEquals(List.of(URI.create("https://chat.example.org:7070")), screen.serversWanted);
    }

    @Test
    void invalidAddressIsReported() {
        screen.click("#server-edit")
                .type("#server-address", "http://chat.example.org")
                .press(KeyCode.ENTER);
        screen.awaitShown("#server-problem");
        assertTrue(screen.serversWanted.isEmpty());
    }

    private void fillIn() {
        screen.type("#sign-in-handle", "ada")
                .type("#sign-in-password", "secret word")
                .click("#sign-in-submit");
    }
}
