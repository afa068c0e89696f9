package coderbased.desktop;

import static coderbased.fx.FakeChat.bobs;
import static coderbased.fx.FakeChat.withBob;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.ChatState;
import coderbased.fx.AConversation;
import coderbased.fx.FakeChat;
import coderbased.fx.ThemeChoice;
import coderbased.fx.program.SettingsFile;
import coderbased.protocol.LogoutReason;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class SignedInScreenTest {

    @TempDir
    private Path folder;

    @Test
    void emptyListExplainsHowToStartAChat() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.signedIn(null));
            assertEquals("Ada", window.text("#" + DesktopIds.PROFILE_NAME));
            assertTrue(window.sees("#conversation-empty"));
            window.click("#new-chat");
            window.node("#people-search");
            window.click("#people-list .conversation-cell:filled .row");
            TestWindow.until(() -> window.client.chat.asked.contains("openWith a-bob"));
            assertEquals("Bob", window.text("#thread-title"));
        }
    }

    @Test
    void greyBarsStandInForChatsThatAreLoading() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.client.chat.tell(new ChatState.Progress(false, false, 0, 0));
            window.tell(States.signedIn(null));
            window.node("#conversation-skeleton");
            assertFalse(window.sees("#conversation-empty"), "nobody knows yet that there are none");
            window.client.chat.tell(FakeChat.CAUGHT_UP);
            TestWindow.until(() -> window.sees("#conversation-empty") && !window.sees("#conversation-skeleton"));
        }
    }

    @Test
    void chatIsOpenedReadAndAnsweredByKeyboard() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.client.chat.tell(withBob(1, false, bobs(1, "Hi Ada")));
            window.tell(States.signedIn(null));
            window.robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
            window.robot.write("bob").type(KeyCode.DOWN).type(KeyCode.ENTER);
            TestWindow.until(() -> window.client.chat.asked.contains("markRead c-bob 1"));
            TestWindow.until(() -> window.node("#composer").isFocused());
            window.robot.write("Hi Bob").type(KeyCode.ENTER);
            TestWindow.until(() -> window.client.chat.asked.contains("send c-bob Hi Bob"));
        }
    }

    @Test
    void messageBehindASheetIsReadWhenTheSheetCloses() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.client.chat.tell(withBob(0, false, bobs(1, "Hi Ada")));
            window.tell(States.signedIn(null));
            window.click(".conversation-cell:filled .row");
            for (String sheet : new String[] {"#" + DesktopIds.SETTINGS, "#" + DesktopIds.SHORTCUTS, "#thread-info"}) {
                window.client.chat.tell(withBob(0, false, bobs(1, "Hi Ada")));
                window.click(sheet);
                window.client.chat.asked.clear();
                window.client.chat.tell(withBob(1, false, bobs(1, "Hi Ada"), bobs(2, "Are you there?")));
                WaitForAsyncUtils.waitForFxEvents();
                window.picture();
                assertFalse(window.client.chat.asked.contains("markRead c-bob 2"), sheet);
                window.robot.type(KeyCode.ESCAPE);
                TestWindow.until(() -> window.client.chat.asked.contains("markRead c-bob 2"));
            }
        }
    }

    @Test
    void leavingAndRemovingAskFirstWhereItIsInView() throws Exception {
        SettingsFile store = new SettingsFile(folder.resolve("settings.properties"));
        try (TestWindow window = new TestWindow(ThemeChoice.LIGHT, 480, 560, store)) {
            window.client.chat.tell(
                    AConversation.group("g", "Lake", FakeChat.BOB).admin().build());
            window.tell(States.signedIn(null));
            window.click(".conversation-cell:filled .row");
            window.click("#thread-info");
            press(window, "#group-leave");
            assertQuestion(window, "Leave this group? You will no longer see new messages.");
            window.click("#sheet-question-no");
            assertFalse(window.sees("#sheet-question"));

            press(window, "#member-more");
            TestWindow.until(() -> TestWindow.onFx(() -> PseudoWindow.menu("context-menu") != null));
            TestWindow.onFx(() -> {
                PseudoWindow.menu("context-menu").getItems().getLast().fire();
                return true;
            });
            assertQuestion(window, "Remove Bob from this group? They will no longer see new messages.");
            assertTrue(window.client.chat.asked.stream().noneMatch(asked -> asked.startsWith("change")));
            window.click("#sheet-question-yes");
            TestWindow.until(() -> window.client.chat.asked.contains("change g Remove[accountId=a-bob]"));
        }
    }

    private static void assertQuestion(TestWindow window, String words) {
        Node question = window.node("#sheet-question");
        assertEquals(words, window.text("#sheet-question .label"));
        Bounds box = TestWindow.onFx(() -> question.localToScene(question.getLayoutBounds()));
        assertTrue(box.getMaxY() <= window.scene().getHeight(), "in view: " + box);
        assertTrue(TestWindow.until(() -> window.node("#sheet-question-no").isFocused()), "the safe answer");
    }

    private static void press(TestWindow window, String id) {
        Button button = (Button) window.node(id);
        TestWindow.onFx(() -> {
            button.fire();
            return true;
        });
    }

    @Test
    void offlineBannerIsShownAndChatsStayReadable() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.client.chat.tell(withBob(0, false, bobs(1, "Hi Ada")));
            window.tell(States.signedIn(null));
            window.click(".conversation-cell:filled .row");
            assertFalse(window.sees("#" + DesktopIds.OFFLINE_BANNER));
            window.tell(States.signedIn("The server cannot be reached."));
            assertTrue(window.sees("#" + DesktopIds.OFFLINE_BANNER));
            assertEquals("Bob", window.text("#thread-title"));
            window.tell(States.signedIn(null));
            assertFalse(window.sees("#" + DesktopIds.OFFLINE_BANNER));
            assertEquals("Bob", window.text("#thread-title"));
        }
    }

    @Test
    void threadCoversTheListInANarrowWindowAndLeadsBack() throws Exception {
        SettingsFile store = new SettingsFile(folder.resolve("settings.properties"));
        try (TestWindow window = new TestWindow(ThemeChoice.LIGHT, 420, 600, store)) {
            window.client.chat.tell(withBob(0, false, bobs(1, "Hi Ada")));
            window.tell(States.signedIn(null));
            assertFalse(window.sees("#thread-title"));
            window.click(".conversation-cell:filled .row");
            TestWindow.until(() -> window.sees("#thread-title") && !window.sees("#conversation-list"));
            window.click("#thread-back");
            TestWindow.until(() -> window.sees("#conversation-list"));
        }
    }

    @Test
    void listKeepsItsWidthWhenTheWindowIsResized() throws Exception {
        SettingsFile store = new SettingsFile(folder.resolve("settings.properties"));
        DesktopSettings.DEFAULT.withListWidth(400).save(store);
        try (TestWindow window = new TestWindow(ThemeChoice.LIGHT, 1000, 700, store)) {
            window.client.chat.tell(withBob(0, false, bobs(1, "Hi Ada")));
            window.tell(States.signedIn(null));
            TestWindow.until(() -> isAbout(400, window.width("#conversation-list")));
            window.size(900, 700);
            TestWindow.until(() -> isAbout(400, window.width("#conversation-list")));
            window.size(705, 600);
            TestWindow.until(() -> window.width("#conversation-list") < 380);
            window.size(420, 600);
            window.size(1000, 700);
            TestWindow.until(() -> isAbout(400, window.width("#conversation-list")));
        }
        assertEquals(400, DesktopSettings.in(store).listWidth());
    }

    private static boolean isAbout(double wanted, double width) {
        return Math.abs(wanted - width) < 4;
    }

    @Test
    void groupIsMadeByKeyboard() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.signedIn(null));
            window.robot
                    .press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N)
                    .release(KeyCode.N, KeyCode.SHIFT, KeyCode.CONTROL);
            TestWindow.until(() -> window.node("#group-name").isFocused());
            window.robot.write("Team").type(KeyCode.TAB).type(KeyCode.ENTER);
            window.node(".chip");
            window.click("#group-create");
            TestWindow.until(() -> window.client.chat.asked.contains("createGroup Team [a-bob]"));
            TestWindow.until(() -> "Team".equals(window.text("#thread-title")));
        }
    }

    @Test
    void escapeClosesASheetEvenFromItsList() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.signedIn(null));
            window.click("#new-chat");
            window.node("#people-list .conversation-cell:filled .row");
            window.robot.type(KeyCode.DOWN).type(KeyCode.ESCAPE);
            TestWindow.until(() -> !window.sees("#new-chat-sheet"));
        }
    }

    @Test
    void titleCountsUnreadMessages() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.client.chat.tell(withBob(3, false, bobs(1, "Hi Ada")));
            window.tell(States.signedIn(null));
            assertEquals("(3) Coderbased Chat", window.title());
        }
    }

    @Test
    void archivingByKeyIsUndoneByAClick() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.client.chat.tell(withBob(0, false, bobs(1, "Hi Ada")));
            window.tell(States.signedIn(null));
            window.robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
            window.node("#thread-title");
            window.robot
                    .press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A)
                    .release(KeyCode.A, KeyCode.SHIFT, KeyCode.CONTROL);
            window.click("#toast-action");
            assertEquals(
                    2,
                    window.client.chat.asked.stream()
                            .filter(a -> a.startsWith("saveSettings"))
                            .count());
        }
    }

    @Test
    void selectedRowStaysSelectedWhileRowsMove() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            var team = AConversation.group("g", "Team", FakeChat.BOB).build();
            window.client.chat.tell(team, withBob(0, false, bobs(1, "Hi Ada")));
            window.tell(States.signedIn(null));
            ListView<?> list = (ListView<?>) window.node("#conversation-list");
            TestWindow.onFx(() -> {
                list.getSelectionModel().select(1);
                return true;
            });
            window.client.chat.tell(withBob(1, false, bobs(2, "Hello?")), team);
            TestWindow.until(
                    () -> TestWindow.onFx(() -> list.getSelectionModel().getSelectedIndex() == 0));
        }
    }

    @Test
    void logOutAsksForConfirmation() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.signedIn(null));
            window.click("#" + DesktopIds.LOG_OUT);
            window.click("#" + DesktopIds.LOG_OUT_CANCEL);
            assertFalse(window.client.asked.contains("logOut"));
            window.click("#" + DesktopIds.LOG_OUT);
            window.click("#" + DesktopIds.LOG_OUT_CONFIRM);
            TestWindow.until(() -> window.client.asked.contains("logOut"));
        }
    }

    @Test
    void nextSessionShowsNothingOfTheLast() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.client.chat.tell(withBob(0, false, bobs(1, "Hi Ada")));
            window.tell(States.signedIn(null));
            window.click(".conversation-cell:filled .row");
            window.tell(States.guest(States.loggedOut(LogoutReason.UNLINKED)));
            assertFalse(window.sees("#thread-title"));
            window.tell(States.signedIn(null));
            assertFalse(window.sees("#thread-title"));
            assertFalse(window.sees("#" + DesktopIds.LOGGED_OUT_BANNER));
        }
    }
}
