package coderbased.phone;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.CameraChoice;
import coderbased.client.PhoneState;
import coderbased.fx.ThemeChoice;
import coderbased.fx.messages.FxMessages;
import coderbased.i18n.Messages;
import coderbased.phone.messages.PhoneMessages;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every screen of the phone, besides those of links, in the pseudo-language: no sentence was left in code. */
class PseudoLanguageTest {

    private static final String TROUBLE = "Нет связи.";

    @RegisterExtension
    final PseudoLanguage language = new PseudoLanguage();

    @Test
    void signInAndSignUp() throws Exception {
        try (Screen<PlayedPhone> screen = Screen.of(PlayedPhone.signedOut())) {
            screen.click("#" + PhoneIds.SIGN_IN_SUBMIT).awaitShown("#" + PhoneIds.SIGN_IN_HANDLE_PROBLEM);
            language.look(screen);
            screen.type("#" + PhoneIds.SIGN_IN_HANDLE, "ада").click("#" + PhoneIds.SIGN_IN_SUBMIT);
            language.look(screen);
            screen.click("#" + PhoneIds.SIGN_IN_SWITCH).click("#" + PhoneIds.SIGN_IN_SUBMIT);
            language.look(screen);
            screen.type("#" + PhoneIds.SIGN_IN_NAME, "Ада").click("#" + PhoneIds.SIGN_IN_SUBMIT);
            language.look(screen);
            screen.click("#" + PhoneIds.SERVER_EDIT);
            for (String wrong : new String[] {"ftp://x", "https://", "http://192.0.2.1", "a b"}) {
                screen.type("#" + PhoneIds.SERVER_ADDRESS, wrong).click("#" + PhoneIds.SERVER_SAVE);
                screen.awaitShown("#" + PhoneIds.SERVER_PROBLEM);
                language.look(screen);
            }
            screen.type("#" + PhoneIds.SIGN_IN_PASSWORD, "пароль").click("#" + PhoneIds.SIGN_IN_SUBMIT);
            language.look(screen);
            screen.phone.account.completeExceptionally(new IllegalStateException());
            screen.awaitShown("#" + PhoneIds.SIGN_IN_PROBLEM);
            language.look(screen);
        }
    }

    @Test
    void states() throws Exception {
        try (Screen<PlayedPhone> screen = Screen.of(PlayedPhone.signedIn())) {
            show(screen, new PhoneState.SignedIn(PlayedPhone.ADA, TROUBLE), PhoneIds.OFFLINE);
            for (DisconnectReason reason : DisconnectReason.values()) {
                show(screen, new PhoneState.Stopped(reason), PhoneIds.STOPPED);
            }
            for (LogoutReason reason : LogoutReason.values()) {
                Logout logout = new Logout(
                        reason, Initiator.USER, PlayedPhone.NOON, PlayedPhone.NOON.plusSeconds(7200), "Реклама");
                show(screen, new PhoneState.SignedOut(logout), PhoneIds.NOTICE);
            }
            show(screen, new PhoneState.SignedOut(null, TROUBLE), PhoneIds.NOTICE);
            show(screen, new PhoneState.LoginUnavailable(TROUBLE), "login-unavailable-why");
            show(screen, new PhoneState.SignedOut(null, TROUBLE), PhoneIds.NOTICE);
            show(screen, new PhoneState.LoginUnstorable(TROUBLE), "login-unavailable-why");
        }
    }

    @Test
    void chatsAndSettings() throws Exception {
        try (Screen<PlayedPhone> screen = Screen.of(PlayedPhone.signedIn())) {
            screen.awaitShown("#conversation-list");
            language.look(screen);
            screen.click(".conversation-cell").awaitShown("#thread-back");
            language.look(screen);
            screen.click("#thread-back").click("#" + PhoneIds.TAB_SETTINGS);
            language.look(screen);
            screen.click("#" + PhoneIds.LOG_OUT);
            language.look(screen);
            screen.click("#" + PhoneIds.CONFIRM_NO).click("#" + PhoneIds.CHANGE_PASSWORD);
            for (String field : List.of(PhoneIds.PASSWORD_PRESENT, PhoneIds.PASSWORD_NEW, PhoneIds.PASSWORD_REPEAT)) {
                screen.click("#" + PhoneIds.PASSWORD_SAVE);
                language.look(screen);
                screen.type("#" + field, field.equals(PhoneIds.PASSWORD_NEW) ? "новый" : "старый");
            }
            screen.type("#" + PhoneIds.PASSWORD_REPEAT, "новый").click("#" + PhoneIds.PASSWORD_SAVE);
            screen.awaitShown("#" + PhoneIds.ACCOUNT_NOTICE);
            language.look(screen);
            screen.phone.change = new CompletableFuture<>();
            screen.click("#" + PhoneIds.DELETE_ACCOUNT).type("#" + PhoneIds.DELETE_PASSWORD, "пароль");
            screen.click("#" + PhoneIds.DELETE_CONFIRM);
            screen.phone.change.cancel(false);
            screen.awaitShown("#" + PhoneIds.DELETE_PROBLEM);
            language.look(screen);
        }
    }

    @Test
    void scanner() throws Exception {
        try (Screen<PlayedPhone> screen =
                Screen.of(PlayedPhone.signedIn(), ThemeChoice.LIGHT, new CameraChoice.Webcam(""))) {
            screen.click("#" + PhoneIds.TAB_SCAN).awaitShown("#" + PhoneIds.SCAN_TROUBLE);
            language.look(screen);
            screen.onFx(() -> {
                Clipboard.getSystemClipboard().clear();
                return null;
            });
            screen.click("#" + PhoneIds.SCAN_PASTE).awaitShown("#" + PhoneIds.SCAN_MESSAGE);
            language.look(screen);
            screen.click("#" + PhoneIds.SCAN_CAMERA).type("#" + PhoneIds.CAMERA_ADDRESS, "нет");
            screen.type("#" + PhoneIds.CAMERA_ADDRESS, "a b").click("#" + PhoneIds.CAMERA_ADDRESS_USE);
            screen.awaitShown("#" + PhoneIds.CAMERA_ADDRESS_PROBLEM);
            language.look(screen);
            screen.click("#" + PhoneIds.CAMERA_CLOSE).click("#" + PhoneIds.SCAN_TYPE);
            screen.type("#" + PhoneIds.TYPED_CODE, "а").press(KeyCode.ENTER);
            screen.awaitShown("#" + PhoneIds.TYPED_PROBLEM);
            language.look(screen);
            screen.click("#" + PhoneIds.TYPED_CLOSE);
            screen.use(new CameraChoice.Screen());
            screen.awaitGone("#" + PhoneIds.SCAN_TROUBLE); // it lies over the button
            screen.click("#" + PhoneIds.SCAN_PART).awaitShown("#" + PhoneIds.SCAN_PART_CHOOSER);
            language.look(screen);
            screen.press(KeyCode.ENTER).awaitGone("#" + PhoneIds.SCAN_PART_CHOOSER);
            language.look(screen);
        }
    }

    @Test
    void helpOfTheCommandLine() {
        String help = new PhoneOptions().commandLine().getUsageMessage();
        for (String option : List.of("description", "server", "profile", "theme", "camera", "data", "help")) {
            Class<?> bundle =
                    option.equals("description") || option.equals("camera") ? PhoneMessages.class : FxMessages.class;
            String sentence = Messages.of(bundle).text("options." + option);
            String first = sentence.split("\\s")[0];
            assertTrue(first.startsWith("[") && help.contains(first), option + " in " + help);
        }
    }

    @ParameterizedTest
    @CsvSource({"--server, ftp://x", "--theme, purple", "--camera, http://", "--data, 'a\0b'", "--profile, ../x"})
    void refusalOnTheCommandLine(String option, String value) {
        PhoneOptions options = new PhoneOptions();
        String refusal = assertThrows(RuntimeException.class, () -> {
                    options.commandLine().parseArgs(option, value);
                    options.folder();
                })
                .getMessage();
        assertTrue(refusal.contains("[") && refusal.endsWith("]"), refusal);
    }

    private void show(Screen<PlayedPhone> screen, PhoneState state, String id) {
        screen.phone.become(state);
        screen.awaitShown("#" + id);
        language.look(screen);
    }
}
