package coderbased.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.PhoneState;
import coderbased.fx.Times;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the whole phone as its session starts, loses its connection and ends. */
class PhoneStatesTest {

    private Screen<PlayedPhone> screen;

    @BeforeEach
    void somebodyIsSignedIn() throws Exception {
        screen = Screen.of(PlayedPhone.signedIn());
    }

    @AfterEach
    void over() {
        screen.close();
    }

    @Test
    void offlineBannerIsShownAndTheChatsStay() {
        screen.phone.become(new PhoneState.SignedIn(PlayedPhone.ADA, "The server cannot be reached."));
        screen.awaitText(
                "#" + PhoneIds.OFFLINE,
                "The server cannot be reached. Messages you write now are sent when the connection is back.");
        assertTrue(screen.shows("#conversation-list"));
        screen.click("#" + PhoneIds.OFFLINE_RETRY);
        assertEquals(List.of("retry"), screen.phone.asked);
        screen.phone.become(new PhoneState.SignedIn(PlayedPhone.ADA, null));
        screen.awaitGone("#" + PhoneIds.OFFLINE);
    }

    @Test
    void loginOpenElsewherePausesThisPhoneUntilContinued() {
        screen.phone.become(new PhoneState.Stopped(DisconnectReason.CONNECTED_ELSEWHERE));
        screen.awaitText("#" + PhoneIds.STOPPED, DisconnectReason.CONNECTED_ELSEWHERE.sentence());
        screen.click("#" + PhoneIds.STOPPED_RETRY);
        assertEquals(List.of("retry"), screen.phone.asked);
        screen.phone.become(new PhoneState.SignedIn(PlayedPhone.ADA, null));
        screen.awaitGone("#" + PhoneIds.STOPPED);
    }

    @ParameterizedTest
    @EnumSource(LogoutReason.class)
    void signOutReasonIsWordedForAPhone(LogoutReason reason) {
        Logout logout = Logout.of(reason, Initiator.USER, PlayedPhone.NOON);
        screen.phone.become(new PhoneState.SignedOut(logout));
        screen.awaitShown("#" + PhoneIds.NOTICE);
        screen.assertText("#" + PhoneIds.NOTICE, new PhoneWords(new Times(screen.clock)).signedOut(logout));
        assertFalse(screen.text("#" + PhoneIds.NOTICE).contains("this computer"), "words for a desktop");
        screen.click("#" + PhoneIds.NOTICE_DISMISS);
        screen.awaitGone("#" + PhoneIds.NOTICE);
        screen.awaitShown("#" + PhoneIds.SIGN_IN_HANDLE);
    }

    @Test
    void banShowsItsEndAndTheOperatorsNote() {
        Logout ban = new Logout(
                LogoutReason.ACCOUNT_BANNED,
                Initiator.ADMIN,
                PlayedPhone.NOON,
                PlayedPhone.NOON.plusSeconds(7200),
                "Please write to us.");
        screen.phone.become(new PhoneState.SignedOut(ban));
        screen.awaitShown("#" + PhoneIds.NOTICE);
        assertTrue(
                screen.text("#" + PhoneIds.NOTICE).contains("The suspension ends today at"),
                screen.text("#" + PhoneIds.NOTICE));
        assertTrue(screen.text("#" + PhoneIds.NOTICE).contains("“Please write to us.”"));
    }

    @Test
    void theKeyboardReachesEveryTab() {
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        screen.awaitShown("#" + PhoneIds.SETTINGS_NAME);
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.awaitShown("#" + PhoneIds.DEVICES_EMPTY);
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        screen.awaitShown("#" + PhoneIds.SCAN_WARNING);
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        screen.awaitShown("#conversation-list");
    }

    @Test
    void unreadableLoginIsReportedRetriedOrReplaced() {
        screen.phone.become(new PhoneState.LoginUnavailable("The system's keychain is locked."));
        screen.awaitText("#login-unavailable-why", "The system's keychain is locked.");
        screen.click("#login-retry").click("#login-go-on");
        screen.await("the wish", () -> screen.phone.asked.contains("replaceLogin"));
        assertTrue(screen.phone.asked.contains("retry"));
        screen.phone.become(new PhoneState.SignedOut(null, "The saved login is damaged."));
        screen.awaitText("#" + PhoneIds.NOTICE, "The saved login is damaged. Sign in to continue.");
        screen.awaitGone("#login-unavailable-why");
    }

    @Test
    void loginThatCannotBeSavedIsReportedBeforeTheSignIn() {
        screen.phone.become(new PhoneState.LoginUnstorable("The folder cannot be written."));
        screen.awaitText("#login-unavailable-why", "The folder cannot be written.");
        screen.assertText("#login-unavailable-title", "This phone cannot save a login");
        screen.click("#login-go-on");
        screen.await("the wish", () -> screen.phone.asked.contains("replaceLogin"));
        screen.phone.become(new PhoneState.SignedOut(null, null));
        screen.awaitGone("#login-unavailable-why");
    }

    @ParameterizedTest
    @EnumSource(LogoutReason.class)
    void signOutReturnsToTheSignInForm(LogoutReason reason) {
        createAccount();
        screen.phone.become(new PhoneState.SignedOut(Logout.of(reason, Initiator.USER, PlayedPhone.NOON)));
        screen.awaitText("#" + PhoneIds.SIGN_IN_SUBMIT, "Sign in");
        assertFalse(screen.shows("#" + PhoneIds.SIGN_IN_NAME), "the form for a new account");
        boolean ordinary = reason == LogoutReason.LOGGED_OUT_HERE || reason == LogoutReason.PHONE_LOGGED_OUT;
        screen.assertText("#" + PhoneIds.SIGN_IN_HANDLE, ordinary ? "ada" : "");
        screen.assertText("#" + PhoneIds.SIGN_IN_PASSWORD, "");
        screen.click("#" + PhoneIds.SIGN_IN_SWITCH);
        screen.assertText("#" + PhoneIds.SIGN_IN_NAME, "");
    }

    @Test
    void typedTextStaysWhileNobodyIsSignedIn() {
        screen.phone.become(new PhoneState.SignedOut(null));
        screen.click("#" + PhoneIds.SIGN_IN_SWITCH).type("#" + PhoneIds.SIGN_IN_HANDLE, "grace");
        screen.phone.become(new PhoneState.SignedOut(null, "The saved login is damaged."));
        screen.awaitShown("#" + PhoneIds.NOTICE);
        screen.assertText("#" + PhoneIds.SIGN_IN_SUBMIT, "Create account");
        screen.assertText("#" + PhoneIds.SIGN_IN_HANDLE, "grace");
    }

    private void createAccount() {
        screen.phone.become(new PhoneState.SignedOut(null));
        screen.click("#" + PhoneIds.SIGN_IN_SWITCH)
                .type("#" + PhoneIds.SIGN_IN_HANDLE, "ada")
                .type("#" + PhoneIds.SIGN_IN_NAME, "Ada")
                .type("#" + PhoneIds.SIGN_IN_PASSWORD, "secret word")
                .click("#" + PhoneIds.SIGN_IN_SUBMIT);
        screen.phone.become(new PhoneState.SignedIn(PlayedPhone.ADA, null));
        screen.phone.account.complete(null);
        screen.awaitShown("#" + PhoneIds.TAB_CHATS);
    }

    @Test
    void signingInClearsTheReason() {
        screen.phone.become(
                new PhoneState.SignedOut(Logout.of(LogoutReason.LOGGED_OUT_HERE, Initiator.USER, PlayedPhone.NOON)));
        screen.awaitShown("#" + PhoneIds.NOTICE);
        screen.phone.become(new PhoneState.SignedIn(PlayedPhone.ADA, null));
        screen.awaitGone("#" + PhoneIds.NOTICE);
        screen.awaitShown("#" + PhoneIds.TAB_CHATS);
    }
}
