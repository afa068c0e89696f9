package coderbased.phone.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.PhoneState;
import coderbased.client.net.ProblemException;
import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
        screen.type("#" + PhoneIds.SIGN_IN_HANDLE, " Ada ").press(KeyCode.TAB);
        screen.type("#" + PhoneIds.SIGN_IN_PASSWORD, "correct horse").press(KeyCode.ENTER);
        assertEquals(List.of("signIn ada correct horse"), screen.phone.asked);
        screen.awaitText("#" + PhoneIds.SIGN_IN_SUBMIT, "One moment…");
        screen.phone.become(new PhoneState.SignedIn(PlayedPhone.ADA, null));
        screen.phone.account.complete(null);
        screen.awaitShown("#" + PhoneIds.TAB_CHATS);
    }

    @Test
    void otherFormBeginsInItsFirstField() {
        for (int form = 0; form < 2; form++) {
            screen.focus("#" + PhoneIds.SIGN_IN_PASSWORD).click("#" + PhoneIds.SIGN_IN_SWITCH);
            awaitCaret(PhoneIds.SIGN_IN_HANDLE);
        }
    }

    @Test
    void wrongPasswordIsReportedAtItsField() {
        screen.phone.account = PlayedPhone.refusal(ErrorCode.WRONG_PASSWORD, "Handle or password is wrong.");
        fillIn();
        screen.awaitText("#" + PhoneIds.SIGN_IN_PASSWORD_PROBLEM, "Handle or password is wrong.");
        assertFalse(screen.shows("#" + PhoneIds.SIGN_IN_PROBLEM));
        screen.assertText("#" + PhoneIds.SIGN_IN_HANDLE, "ada");
        screen.type("#" + PhoneIds.SIGN_IN_PASSWORD, "other");
        screen.awaitGone("#" + PhoneIds.SIGN_IN_PASSWORD_PROBLEM);
    }

    @Test
    void unreachableServerIsReportedAndTypedTextStays() {
        screen.phone.account = PlayedPhone.refusal(ErrorCode.TRY_LATER, "The server cannot be reached.");
        fillIn();
        screen.awaitText("#" + PhoneIds.SIGN_IN_PROBLEM, "The server cannot be reached.");
        screen.assertText("#" + PhoneIds.SIGN_IN_PASSWORD, "secret word");
    }

    @Test
    void takenHandleIsReportedAtItsField() {
        screen.phone.account = PlayedPhone.refusal(ErrorCode.HANDLE_TAKEN, "That handle is taken.");
        screen.click("#" + PhoneIds.SIGN_IN_SWITCH).type("#" + PhoneIds.SIGN_IN_NAME, "Ada");
        fillIn();
        screen.awaitText("#" + PhoneIds.SIGN_IN_HANDLE_PROBLEM, "That handle is taken.");
        assertEquals(List.of("signUp ada Ada secret word"), screen.phone.asked);
    }

    @Test
    void emptyFormIsNotSent() {
        screen.click("#" + PhoneIds.SIGN_IN_SUBMIT)
                .awaitText("#" + PhoneIds.SIGN_IN_HANDLE_PROBLEM, "Type your handle.");
        screen.type("#" + PhoneIds.SIGN_IN_HANDLE, "ada").click("#" + PhoneIds.SIGN_IN_SUBMIT);
        screen.awaitText("#" + PhoneIds.SIGN_IN_PASSWORD_PROBLEM, "Type your password.");
        screen.click("#" + PhoneIds.SIGN_IN_SWITCH).click("#" + PhoneIds.SIGN_IN_SUBMIT);
        screen.awaitText("#" + PhoneIds.SIGN_IN_NAME_PROBLEM, "Type a name that others will see.");
        assertTrue(screen.phone.asked.isEmpty());
    }

    @Test
    void refusedFormPutsTheCaretIntoTheFieldOfItsProblem() {
        screen.click("#" + PhoneIds.SIGN_IN_SWITCH).click("#" + PhoneIds.SIGN_IN_SUBMIT);
        awaitCaret(PhoneIds.SIGN_IN_HANDLE);
        screen.type("#" + PhoneIds.SIGN_IN_HANDLE, "ada").click("#" + PhoneIds.SIGN_IN_SUBMIT);
        awaitCaret(PhoneIds.SIGN_IN_NAME);
        screen.type("#" + PhoneIds.SIGN_IN_NAME, "Ada");
        assertRefusalMoves(ProblemReason.PASSWORD_LENGTH, PhoneIds.SIGN_IN_PASSWORD);
        assertRefusalMoves(ProblemReason.HANDLE_FORM, PhoneIds.SIGN_IN_HANDLE);
        assertRefusalMoves(ProblemReason.NAME_LENGTH, PhoneIds.SIGN_IN_NAME);
        assertRefusalMoves(ProblemReason.SERVER_BUSY, PhoneIds.SIGN_IN_PASSWORD);
    }

    /** The form is disabled until the answer comes, long enough to lose the focus. */
    private void assertRefusalMoves(ProblemReason reason, String field) {
        screen.phone.account = new CompletableFuture<>();
        screen.type("#" + PhoneIds.SIGN_IN_PASSWORD, "secret word").press(KeyCode.ENTER);
        screen.awaitText("#" + PhoneIds.SIGN_IN_SUBMIT, "One moment…");
        screen.phone.account.completeExceptionally(new ProblemException(
                new Problem(ErrorCode.BAD_REQUEST, reason.name(), null, "Refused: " + reason, null, null)));
        screen.awaitText("#" + PhoneIds.SIGN_IN_SUBMIT, "Create account");
        awaitCaret(field);
    }

    private void awaitCaret(String field) {
        screen.await(
                "the caret in " + field,
                () -> screen.focused() != null && field.equals(screen.focused().getId()));
    }

    @Test
    void invisibleNameIsReportedBeforeTheServerIsAsked() {
        screen.click("#" + PhoneIds.SIGN_IN_SWITCH).type("#" + PhoneIds.SIGN_IN_NAME, "\u3164");
        fillIn();
        screen.awaitText("#" + PhoneIds.SIGN_IN_NAME_PROBLEM, "A name needs at least one character that can be seen.");
        assertTrue(screen.phone.asked.isEmpty());
    }

    @Test
    void anotherServerCanBeChosen() {
        screen.click("#" + PhoneIds.SERVER_EDIT)
                .type("#" + PhoneIds.SERVER_ADDRESS, "chat.example.org:7070")
                .click("#" + PhoneIds.SERVER_SAVE);
        assertEquals(List.of(URI.create("https://chat.example.org:7070")), screen.serversWanted);
    }

    @Test
    void formForAnotherServerKeepsWhatWasTyped() {
        SignInViewModel before = form();
        before.switchForm();
        before.handle().set("ada");
        before.name().set("Ada");
        before.password().set("secret word");
        SignInViewModel after = form();
        after.takeOver(before);
        assertTrue(after.newAccount().get());
        assertEquals("ada", after.handle().get());
        assertEquals("Ada", after.name().get());
        assertEquals("secret word", after.password().get());
    }

    private SignInViewModel form() {
        return new SignInViewModel(screen.phone, URI.create("https://chat.example.org"), Runnable::run, other -> {});
    }

    @Test
    void invalidAddressIsReported() {
        screen.click("#" + PhoneIds.SERVER_EDIT)
                .type("#" + PhoneIds.SERVER_ADDRESS, "http://chat.example.org")
                .press(KeyCode.ENTER);
        screen.awaitShown("#" + PhoneIds.SERVER_PROBLEM);
        assertTrue(screen.serversWanted.isEmpty());
    }

    private void fillIn() {
        screen.type("#" + PhoneIds.SIGN_IN_HANDLE, "ada")
                .type("#" + PhoneIds.SIGN_IN_PASSWORD, "secret word")
                .click("#" + PhoneIds.SIGN_IN_SUBMIT);
    }
}
