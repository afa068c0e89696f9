package coderbased.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.PhoneState;
import coderbased.fx.Times;
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
                "#offline",
                "The server cannot be reached. Messages you write now are sent when the connection is back.");
        assertTrue(screen.shows("#conversation-list"));
        screen.click("#offline-retry");
        assertEquals(List.of("retry"), screen.phone.asked);
        screen.phone.become(new PhoneState.SignedIn(PlayedPhone.ADA, null));
        screen.awaitGone("#offline");
    }

    @Test
    void loginOpenElsewherePausesThisPhoneUntilContinued() {
        screen.phone.become(new PhoneState.Stopped(DisconnectReason.CONNECTED_ELSEWHERE));
        screen.awaitText("#stopped", DisconnectReason.CONNECTED_ELSEWHERE.sentence());
        screen.click("#stopped-retry");
        assertEquals(List.of("retry"), screen.phone.asked);
        screen.phone.become(new PhoneState.SignedIn(PlayedPhone.ADA, null));
        screen.awaitGone("#stopped");
    }

    @ParameterizedTest
    @EnumSource(LogoutReason.class)
    void signOutReasonIsWordedForAPhone(LogoutReason reason) {
        Logout logout = Logout.of(reason, Initiator.USER, PlayedPhone.NOON);
        screen.phone.become(new PhoneState.SignedOut(logout));
        screen.awaitShown("#notice");
        screen.assertText("#notice", new PhoneWords(new Times(screen.clock)).signedOut(logout));
        assertFalse(screen.text("#notice").contains("this computer"), "words for a desktop");
        screen.click("#notice-dismiss");
        screen.awaitGone("#notice");
        screen.awaitShown("#sign-in-handle");
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
        screen.awaitShown("#notice");
        assertTrue(screen.text("#notice").contains("The suspension ends today at"), screen.text("#notice"));
        assertTrue(screen.text("#notice").contains("“Please write to us.”"));
    }

    @Test
    void theKeyboardReachesEveryTab() {
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        screen.awaitShown("#settings-name");
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        screen.awaitShown("#devices-empty");
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        screen.awaitShown("#scan-warning");
        screen.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        screen.awaitShown("#conversation-list");
    }

    @Test
    void unreadableLoginIsReportedRetriedOrReplaced() {
        screen.phone.become(new PhoneState.LoginUnavailable("The system's keychain is locked."));
        screen.awaitText("#login-unavailable-why", "The system's keychain is locked.");
        screen.click("#login-retry").click("#login-anew");
        screen.await("the wish", () -> screen.phone.asked.contains("replaceLogin"));
        assertTrue(screen.phone.asked.contains("retry"));
        screen.phone.become(new PhoneState.SignedOut(null, "The saved login is damaged."));
        screen.awaitText("#notice", "The saved login is damaged. Sign in again to continue.");
        screen.awaitGone("#login-unavailable-why");
    }

    @Test
    void signingInClearsTheReason() {
        screen.phone.become(
                new PhoneState.SignedOut(Logout.of(LogoutReason.LOGGED_OUT_HERE, Initiator.USER, PlayedPhone.NOON)));
        screen.awaitShown("#notice");
        screen.phone.become(new PhoneState.SignedIn(PlayedPhone.ADA, null));
        screen.awaitGone("#notice");
        screen.awaitShown("#tab-chats");
    }
}
