package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.SessionState;
import coderbased.fx.ThemeChoice;
import coderbased.fx.program.SettingsFile;
import coderbased.fx.program.WindowPlace;
import java.net.URI;
import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsScreenTest {

    @TempDir
    private Path folder;

    @Test
    void badAddressIsNotSavedAndShowsTheProblem() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.guest());
            window.click("#" + DesktopIds.SETTINGS);
            typeAddress(window, "ftp://chat.example.org");
            assertFalse(window.text("#" + DesktopIds.SERVER_PROBLEM).isEmpty());
            assertTrue(window.sees("#" + DesktopIds.SETTINGS_SHEET));
            assertEquals(DesktopSettings.DEFAULT.server(), window.connectedTo);
        }
    }

    @Test
    void newServerIsUsedAtOnceAndAfterARestart() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(new SessionState.Connecting("The server cannot be reached.", null));
            window.click("#" + DesktopIds.CHANGE_SERVER);
            typeAddress(window, "https://chat.example.org:7443");
            TestWindow.until(() -> !window.sees("#" + DesktopIds.SETTINGS_SHEET));
            assertEquals(URI.create("https://chat.example.org:7443"), window.connectedTo);
            assertTrue(window.client.asked.contains("close"));
            SettingsFile store = new SettingsFile(folder.resolve("settings.properties"));
            assertEquals(
                    URI.create("https://chat.example.org:7443"),
                    DesktopSettings.in(store).server());
        }
    }

    @Test
    void themeTakesEffectWhenItIsChosen() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.guest());
            window.click("#" + DesktopIds.SETTINGS);
            @SuppressWarnings("unchecked")
            ChoiceBox<ThemeChoice> theme = (ChoiceBox<ThemeChoice>) window.node("#" + DesktopIds.THEME_CHOICE);
            assertTrue(TestWindow.onFx(() -> {
                theme.setValue(ThemeChoice.DARK);
                PseudoClass dark = PseudoClass.getPseudoClass("dark");
                return window.scene().getRoot().getPseudoClassStates().contains(dark);
            }));
            window.robot.type(KeyCode.ESCAPE);
            TestWindow.until(() -> !window.sees("#" + DesktopIds.SETTINGS_SHEET));
            SettingsFile store = new SettingsFile(folder.resolve("settings.properties"));
            assertEquals(ThemeChoice.DARK, DesktopSettings.in(store).theme());
        }
    }

    /** The login belongs to its server; at another one it would be lost, with messages that wait to be sent. */
    @Test
    void serverIsNotChangedWhileThereIsALogin() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.signedIn(null));
            window.click("#" + DesktopIds.SETTINGS);
            typeAddress(window, "https://chat.example.org:7443");
            assertEquals("To use another server, log out first.", window.text("#" + DesktopIds.SERVER_PROBLEM));
            assertTrue(window.sees("#" + DesktopIds.SETTINGS_SHEET));
            assertEquals(DesktopSettings.DEFAULT.server(), window.connectedTo);
        }
    }

    @Test
    void escapeClosesASheetAndTheKeyboardStaysInsideIt() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.guest());
            window.robot.type(KeyCode.F1);
            window.node("#" + DesktopIds.SHORTCUTS_SHEET);
            window.robot.type(KeyCode.TAB).type(KeyCode.TAB);
            assertEquals(
                    "shortcuts-close",
                    TestWindow.onFx(() -> window.scene().getFocusOwner().getId()));
            window.robot.type(KeyCode.ESCAPE);
            TestWindow.until(() -> !window.sees("#" + DesktopIds.SHORTCUTS_SHEET));
        }
    }

    @Test
    void sheetAboutTheProgramReturnsToTheSettingsAsTyped() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.guest());
            window.click("#" + DesktopIds.SETTINGS);
            TextField field = (TextField) window.node("#" + DesktopIds.SERVER_ADDRESS);
            TestWindow.onFx(() -> {
                field.setText("https://chat.example.org");
                return true;
            });
            window.click("#" + DesktopIds.ABOUT);
            window.node("#about-notices");
            window.click("#about-close");
            assertSame(field, window.node("#" + DesktopIds.SERVER_ADDRESS));
            assertEquals("https://chat.example.org", field.getText());
            assertEquals(
                    DesktopIds.ABOUT,
                    TestWindow.onFx(() -> window.scene().getFocusOwner().getId()));
        }
    }

    @Test
    void windowPositionIsSaved() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.guest());
        }
        DesktopSettings kept = DesktopSettings.in(new SettingsFile(folder.resolve("settings.properties")));
        assertEquals(new WindowPlace(0, 0, 1000, 700), kept.place());
    }

    private static void typeAddress(TestWindow window, String address) {
        TextField field = (TextField) window.node("#" + DesktopIds.SERVER_ADDRESS);
        TestWindow.onFx(() -> {
            field.setText(address);
            return null;
        });
        window.click("#" + DesktopIds.SETTINGS_SAVE);
    }
}
