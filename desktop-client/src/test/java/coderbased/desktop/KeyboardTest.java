package coderbased.desktop;

import static coderbased.fx.FakeChat.bobs;
import static coderbased.fx.FakeChat.withBob;
import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.fx.AConversation;
import coderbased.fx.FakeChat;
import coderbased.fx.SpokenNames;
import coderbased.protocol.LogoutReason;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the whole window without a mouse. */
class KeyboardTest {

    @TempDir
    private Path folder;

    private TestWindow window;

    @BeforeEach
    void adaHasAChatAndAGroup() throws Exception {
        window = new TestWindow(folder);
        window.client.chat.tell(
                withBob(0, false, bobs(1, "Hi Ada")),
                AConversation.group("g-team", "Team", FakeChat.BOB).build());
        window.tell(States.signedIn(null));
    }

    @AfterEach
    void closed() throws Exception {
        window.close();
    }

    @Test
    void everyShortcutOfTheHelpDoesWhatItSays() {
        press(KeyCode.CONTROL, KeyCode.DIGIT1); // what some are for is an open chat
        window.node("#composer");
        for (Shortcut shortcut : Shortcut.values()) {
            tries(shortcut);
        }
    }

    private void tries(Shortcut shortcut) {
        switch (shortcut) {
            case HELP -> opensASheet("#" + DesktopIds.SHORTCUTS_SHEET, KeyCode.F1);
            case HELP_TOO -> opensASheet("#" + DesktopIds.SHORTCUTS_SHEET, KeyCode.CONTROL, KeyCode.SLASH);
            case SETTINGS -> opensASheet("#" + DesktopIds.SETTINGS_SHEET, KeyCode.CONTROL, KeyCode.COMMA);
            case NEW_CHAT -> opensASheet("#new-chat-sheet", KeyCode.CONTROL, KeyCode.N);
            case NEW_GROUP -> opensASheet("#new-group-sheet", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
            case INFO -> opensASheet("#person-sheet", KeyCode.CONTROL, KeyCode.I);
            case SEARCH -> {
                press(KeyCode.CONTROL, KeyCode.F);
                TestWindow.until(() -> window.node("#conversation-search").isFocused());
            }
            case NEXT_CHAT -> leadsTo("Team", KeyCode.CONTROL, KeyCode.DOWN);
            case PREVIOUS_CHAT -> leadsTo("Bob", KeyCode.CONTROL, KeyCode.UP);
            case PLACE -> {
                leadsTo("Team", KeyCode.CONTROL, KeyCode.DIGIT2);
                leadsTo("Bob", KeyCode.CONTROL, KeyCode.DIGIT1);
            }
            case PIN -> changesSettings(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            case MUTE -> changesSettings(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
            case ARCHIVE -> changesSettings(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
            case UNDO -> changesSettings(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        }
    }

    @Test
    void everyFocusableControlHasAName() {
        assertNamed("the chats");
        press(KeyCode.CONTROL, KeyCode.DIGIT1);
        window.node("#composer");
        assertNamed("a thread");
        namedSheet("#" + DesktopIds.SHORTCUTS_SHEET, KeyCode.F1);
        namedSheet("#" + DesktopIds.SETTINGS_SHEET, KeyCode.CONTROL, KeyCode.COMMA);
        namedSheet("#new-chat-sheet", KeyCode.CONTROL, KeyCode.N);
        namedSheet("#new-group-sheet", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        namedSheet("#person-sheet", KeyCode.CONTROL, KeyCode.I);
        window.tell(States.guest(States.loggedOut(LogoutReason.PHONE_LOGGED_OUT)));
        assertNamed("the code");
        window.tell(States.scanned(true));
        assertNamed("the number");
    }

    private void namedSheet(String sheet, KeyCode... keys) {
        press(keys);
        window.node(sheet);
        assertNamed(sheet);
        window.robot.type(KeyCode.ESCAPE);
        TestWindow.until(() -> !window.sees(sheet));
    }

    private void assertNamed(String place) {
        assertEquals(
                List.of(),
                TestWindow.onFx(() -> SpokenNames.missing(window.scene().getRoot())),
                place);
    }

    private void opensASheet(String sheet, KeyCode... keys) {
        press(keys);
        window.node(sheet);
        window.robot.type(KeyCode.ESCAPE);
        TestWindow.until(() -> !window.sees(sheet));
    }

    private void leadsTo(String title, KeyCode... keys) {
        press(keys);
        TestWindow.until(() -> title.equals(window.text("#thread-title")));
    }

    private void changesSettings(KeyCode... keys) {
        long before = settingsChanged();
        press(keys);
        TestWindow.until(() -> settingsChanged() == before + 1);
    }

    private long settingsChanged() {
        return window.client.chat.asked.stream()
                .filter(asked -> asked.startsWith("saveSettings c-bob"))
                .count();
    }

    private void press(KeyCode... keys) {
        window.robot.press(keys).release(keys);
    }
}
