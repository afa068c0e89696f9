package coderbased.phone.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.ThemeChoice;
import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import coderbased.protocol.ErrorCode;
import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsScreenTest {

    private Screen<PlayedPhone> screen;

    @BeforeEach
    void inTheSettings() throws Exception {
        screen = Screen.of(PlayedPhone.signedIn());
        screen.click("#tab-settings");
    }

    @AfterEach
    void over() {
        screen.close();
    }

    @Test
    void settingsShowTheAccountAndTheServer() {
        screen.assertText("#settings-name", "Ada");
        assertTrue(screen.text("#settings-server").startsWith("http://127.0.0.1:7070"));
    }

    @Test
    void theThemeChangesAtOnce() {
        screen.onFx(() -> {
            @SuppressWarnings("unchecked")
            var box = (ChoiceBox<ThemeChoice>) screen.node("#settings-theme");
            box.setValue(ThemeChoice.DARK);
            return null;
        });
        assertEquals(ThemeChoice.DARK, screen.settings.theme().get());
        assertTrue(screen.onFx(() -> screen.node("#settings-name").getScene().getRoot().getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("dark"))));
    }

    @Test
    void theMirrorCanBeSwitchedOff() {
        screen.click("#settings-mirror");
        assertFalse(screen.settings.mirrored().get());
    }

    @Test
    void loggingOutAsksFirst() {
        screen.click("#log-out").press(KeyCode.ENTER);
        assertTrue(screen.phone.asked.isEmpty(), "Enter means no");
        screen.click("#log-out").click("#confirm-yes");
        assertEquals(List.of("logOut"), screen.phone.asked);
    }

    @Test
    void passwordIsChanged() {
        screen.click("#change-password").type("#password-present", "old").type("#password-new", "new");
        screen.type("#password-repeat", "other").click("#password-save");
        screen.awaitText("#password-problem", "The two new passwords differ.");
        screen.type("#password-repeat", "new").press(KeyCode.ENTER);
        screen.awaitText("#account-notice", "The password was changed. Every computer was logged out.");
        assertEquals(List.of("changePassword old new"), screen.phone.asked);
        screen.awaitGone("#password-present");
    }

    @Test
    void wrongCurrentPasswordIsReportedAtItsField() {
        screen.phone.change = PlayedPhone.refusal(ErrorCode.WRONG_PASSWORD, "That is not your password.");
        screen.click("#change-password").type("#password-present", "bad").type("#password-new", "new");
        screen.type("#password-repeat", "new").click("#password-save");
        screen.awaitText("#password-present-problem", "That is not your password.");
    }

    @Test
    void deletingTheAccountNeedsThePassword() {
        screen.click("#delete-account");
        assertTrue(screen.node("#delete-confirm").isDisabled());
        screen.type("#delete-password", "secret").click("#delete-confirm");
        assertEquals(List.of("deleteAccount secret"), screen.phone.asked);
    }
}
