package coderbased.phone.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.ThemeChoice;
import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.ErrorCode;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettingsScreenTest {

    private Screen<PlayedPhone> screen;

    @BeforeEach
    void inTheSettings() throws Exception {
        screen = Screen.of(PlayedPhone.signedIn());
        screen.click("#" + PhoneIds.TAB_SETTINGS);
    }

    @AfterEach
    void over() {
        screen.close();
    }

    @Test
    void settingsShowTheAccountAndTheServer() {
        screen.assertText("#" + PhoneIds.SETTINGS_NAME, "Ada");
        assertTrue(screen.text("#" + PhoneIds.SETTINGS_SERVER).startsWith("http://127.0.0.1:7070"));
    }

    @Test
    void theThemeChangesAtOnce() {
        screen.onFx(() -> {
            @SuppressWarnings("unchecked")
            var box = (ChoiceBox<ThemeChoice>) screen.node("#" + PhoneIds.SETTINGS_THEME);
            box.setValue(ThemeChoice.DARK);
            return null;
        });
        assertEquals(ThemeChoice.DARK, screen.settings.theme().get());
        assertTrue(screen.onFx(
                () -> screen.node("#" + PhoneIds.SETTINGS_NAME).getScene().getRoot().getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("dark"))));
    }

    @Test
    void theMirrorCanBeSwitchedOff() {
        screen.click("#" + PhoneIds.SETTINGS_MIRROR);
        assertFalse(screen.settings.mirrored().get());
    }

    @Test
    void rowsStandInOneColumn() {
        assertEquals(left(PhoneIds.LOG_OUT), left(PhoneIds.ABOUT));
    }

    private double left(String id) {
        return screen.onFx(() -> {
            Node row = screen.node("#" + id);
            return row.localToScene(row.getLayoutBounds()).getMinX();
        });
    }

    @Test
    void sheetAboutTheProgramIsClosedByEscape() {
        screen.onFx(() -> {
            ((Button) screen.node("#" + PhoneIds.ABOUT)).fire();
            return null;
        });
        assertFalse(screen.onFx(
                () -> ((TextArea) screen.node("#about-notices")).getText().isBlank()));
        screen.press(KeyCode.ESCAPE);
        screen.awaitGone("#about-notices");
    }

    @Test
    void loggingOutAsksFirst() {
        screen.click("#" + PhoneIds.LOG_OUT).press(KeyCode.ENTER);
        assertTrue(screen.phone.asked.isEmpty(), "Enter means no");
        screen.click("#" + PhoneIds.LOG_OUT).click("#" + PhoneIds.CONFIRM_YES);
        assertEquals(List.of("logOut"), screen.phone.asked);
    }

    @Test
    void passwordIsChanged() {
        screen.click("#" + PhoneIds.CHANGE_PASSWORD)
                .type("#" + PhoneIds.PASSWORD_PRESENT, "old")
                .type("#" + PhoneIds.PASSWORD_NEW, "new");
        screen.type("#" + PhoneIds.PASSWORD_REPEAT, "other").click("#" + PhoneIds.PASSWORD_SAVE);
        screen.awaitText("#" + PhoneIds.PASSWORD_PROBLEM, "The two new passwords differ.");
        screen.type("#" + PhoneIds.PASSWORD_REPEAT, "new").press(KeyCode.ENTER);
        screen.awaitText("#" + PhoneIds.ACCOUNT_NOTICE, "The password was changed. Every computer was logged out.");
        assertEquals(List.of("changePassword old new"), screen.phone.asked);
        screen.awaitGone("#" + PhoneIds.PASSWORD_PRESENT);
    }

    @Test
    void wrongCurrentPasswordIsReportedAtItsField() {
        screen.phone.change = PlayedPhone.refusal(ErrorCode.WRONG_PASSWORD, "That is not your password.");
        screen.click("#" + PhoneIds.CHANGE_PASSWORD)
                .type("#" + PhoneIds.PASSWORD_PRESENT, "bad")
                .type("#" + PhoneIds.PASSWORD_NEW, "new");
        screen.type("#" + PhoneIds.PASSWORD_REPEAT, "new").click("#" + PhoneIds.PASSWORD_SAVE);
        screen.awaitText("#" + PhoneIds.PASSWORD_PRESENT_PROBLEM, "That is not your password.");
    }

    @Test
    void deletingTheAccountNeedsThePassword() {
        screen.click("#" + PhoneIds.DELETE_ACCOUNT);
        assertTrue(screen.node("#" + PhoneIds.DELETE_CONFIRM).isDisabled());
        screen.type("#" + PhoneIds.DELETE_PASSWORD, "secret").click("#" + PhoneIds.DELETE_CONFIRM);
        assertEquals(List.of("deleteAccount secret"), screen.phone.asked);
    }
}
