package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.SessionState;
import coderbased.client.chat.ChatState;
import coderbased.fx.FakeChat;
import coderbased.protocol.DisconnectReason;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of every screen between the code and the chat. */
class LinkScreensTest {

    @TempDir
    private Path folder;

    @Test
    void connectingScreenShowsNoErrorUntilATryFails() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            assertEquals("Connecting…", window.text("#" + DesktopIds.CONNECTING_TITLE));
            assertFalse(window.sees("#" + DesktopIds.RETRY));
            window.tell(new SessionState.Connecting("The server cannot be reached.", null));
            assertEquals("The server cannot be reached.", window.text("#" + DesktopIds.CONNECTING_STATUS));
            window.click("#" + DesktopIds.RETRY);
            assertTrue(window.client.asked.contains("showNewCode"));
        }
    }

    @Test
    void scannedScreenShowsTheNameWithoutControlCharacters() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(new SessionState.Scanned("_Ada\u202E\n& Bob", false, States.NOW.plusSeconds(118)));
            assertEquals("_Ada & Bob", window.text("#" + DesktopIds.SCANNED_BY));
            assertEquals("Time left 1:58", window.text("#" + DesktopIds.SCANNED_LEFT));
            assertFalse(window.sees("#" + DesktopIds.NUMBER_FIELD));
        }
    }

    @Test
    void theCheckNumberIsTypedAndSentOnce() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.scanned(true));
            window.click("#" + DesktopIds.NUMBER_FIELD);
            window.robot.write("4x").type(KeyCode.ENTER);
            assertFalse(window.client.asked.contains("enterNumber 4"));
            window.robot.write("27").type(KeyCode.ENTER);
            TestWindow.until(() -> window.client.asked.contains("enterNumber 42"));
            assertFalse(window.sees("#" + DesktopIds.NUMBER_FIELD));
        }
    }

    @Test
    void aLinkCanBeCancelled() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.scanned(false));
            window.click("#" + DesktopIds.CANCEL_LINK);
            assertTrue(window.client.asked.contains("cancelLink"));
        }
    }

    @Test
    void reinitialisingScreenShowsTheNameAndTheProblem() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(new SessionState.Reinitialising(FakeChat.ADA, null));
            assertEquals("Logging in as Ada", window.text("#" + DesktopIds.REINITIALISING_TITLE));
            window.tell(new SessionState.Reinitialising(FakeChat.ADA, "The server cannot be reached."));
            assertEquals("The server cannot be reached.", window.text("#" + DesktopIds.REINITIALISING_STATUS));
            window.click("#" + DesktopIds.RETRY);
            assertTrue(window.client.asked.contains("showNewCode"));
        }
    }

    @Test
    void unreadableLoginIsReportedRetriedOrReplaced() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(new SessionState.LoginUnavailable("The system's keychain is locked."));
            assertEquals("The system's keychain is locked.", window.text("#login-unavailable-why"));
            window.click("#login-retry");
            window.click("#login-go-on");
            TestWindow.until(() -> window.client.asked.contains("replaceLogin"));
            assertTrue(window.client.asked.contains("showNewCode"));
            window.tell(new SessionState.Connecting(
                    null, new SessionState.Notice.LoginSetAside("The saved login is damaged.")));
            TestWindow.until(() -> window.text("#" + DesktopIds.LINK_ENDED_BANNER + " .banner-headline")
                    .equals("The saved login is damaged."));
        }
    }

    @Test
    void loginThatCannotBeSavedIsReportedBeforeTheCode() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(new SessionState.LoginUnstorable("The folder cannot be written."));
            assertEquals("The folder cannot be written.", window.text("#login-unavailable-why"));
            assertEquals("This computer cannot save a login", window.text("#login-unavailable-title"));
            window.click("#login-retry");
            assertEquals("Go on for this time only", window.text("#login-go-on"));
            window.click("#login-go-on");
            TestWindow.until(() -> window.client.asked.contains("replaceLogin"));
            assertTrue(window.client.asked.contains("showNewCode"));
        }
    }

    @Test
    void nameOfThisComputerIsShownBesideTheAccount() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.client.chat.tell(
                    new ChatState(FakeChat.ADA, List.of(), Map.of(), FakeChat.CAUGHT_UP, false, List.of(), "Kitchen"));
            window.tell(States.signedIn(null));
            TestWindow.until(() -> window.text("#" + DesktopIds.HANDLE).equals("@ada on Kitchen"));
            assertFalse(window.sees("#" + DesktopIds.TEMPORARY));
            window.client.temporary = true;
            window.tell(States.signedIn("The server cannot be reached."));
            TestWindow.until(() -> window.sees("#" + DesktopIds.TEMPORARY));
        }
    }

    @Test
    void stoppedScreenOffersToContinueUnlessThatCannotHelp() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(new SessionState.Stopped(DisconnectReason.CONNECTED_ELSEWHERE));
            assertEquals(
                    DisconnectReason.CONNECTED_ELSEWHERE.sentence(), window.text("#" + DesktopIds.STOPPED_SENTENCE));
            window.click("#" + DesktopIds.USE_HERE);
            assertTrue(window.client.asked.contains("showNewCode"));
            window.tell(new SessionState.Stopped(DisconnectReason.CLIENT_OUTDATED));
            assertFalse(window.sees("#" + DesktopIds.USE_HERE));
        }
    }

    @Test
    void frozenDesktopSaysThatItComesBackAndAnswersAPress() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(new SessionState.Stopped(DisconnectReason.FROZEN));
            assertEquals("It comes back here by itself.", window.text("#" + DesktopIds.STOPPED_CHECKED));
            assertEquals("Check now", window.text("#" + DesktopIds.USE_HERE));
            window.click("#" + DesktopIds.USE_HERE);
            assertEquals("Checking…", window.text("#" + DesktopIds.STOPPED_CHECKED));
            window.tell(new SessionState.Stopped(DisconnectReason.FROZEN, 1));
            String answer = window.text("#" + DesktopIds.STOPPED_CHECKED);
            assertTrue(answer.startsWith("Still frozen. Checked at "), answer);
        }
    }
}
