package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.SessionState;
import coderbased.client.SessionState.Notice;
import coderbased.fx.FakeChat;
import coderbased.fx.PlainTexts;
import coderbased.fx.messages.FxMessages;
import coderbased.i18n.Messages;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.NewLink;
import coderbased.protocol.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Every screen and sheet around the chats in the pseudo-language: no sentence was left in code. */
class PseudoLanguageTest {

    private static final String TROUBLE = "Нет связи.";

    @TempDir
    private Path folder;

    @AfterEach
    void english() {
        Messages.use(Locale.ENGLISH);
    }

    @Test
    void screensOfALink() throws Exception {
        try (PseudoWindow pseudo = window()) {
            TestWindow window = pseudo.window;
            pseudo.look();
            pseudo.show(new SessionState.Connecting(TROUBLE, null));
            pseudo.show(States.guest());
            window.click("#" + DesktopIds.NO_CAMERA);
            pseudo.look();
            window.click("#" + DesktopIds.QR_CODE);
            window.node("#" + DesktopIds.ENLARGED_QR_CODE);
            pseudo.look();
            window.robot.type(KeyCode.ESCAPE);
            for (int number : new int[] {1, 6}) {
                pseudo.show(code(number, Duration.ofSeconds(30)));
                pseudo.show(code(number, Duration.ZERO));
                pseudo.show(code(number, Duration.ofSeconds(-10)));
            }
            pseudo.show(States.scanned(false));
            pseudo.show(States.scanned(true));
            window.click("#" + DesktopIds.NUMBER_FIELD);
            window.robot.write("42");
            window.click("#" + DesktopIds.NUMBER_OK);
            pseudo.look();
            pseudo.show(new SessionState.Reinitialising(null, null));
            pseudo.show(new SessionState.Reinitialising(FakeChat.ADA, TROUBLE));
            pseudo.show(new SessionState.LoginUnavailable(TROUBLE));
            pseudo.show(new SessionState.LoginUnstorable(TROUBLE));
            pseudo.show(new SessionState.Paused(null));
            for (DisconnectReason reason : DisconnectReason.values()) {
                pseudo.show(new SessionState.Stopped(reason));
            }
        }
    }

    @Test
    void banners() throws Exception {
        Files.writeString(folder.resolve("settings.properties"), "theme=purple\n");
        try (PseudoWindow pseudo = window()) {
            TestWindow window = pseudo.window;
            for (LogoutReason reason : LogoutReason.values()) {
                Logout logout = new Logout(
                        reason, Initiator.USER, States.NOW, States.NOW.plus(Duration.ofDays(30)), "Реклама запрещена");
                pseudo.show(States.guest(new Notice.LoggedOut(logout)));
            }
            for (LinkEnd end : LinkEnd.values()) {
                pseudo.show(States.guest(new Notice.LinkEnded(end)));
            }
            pseudo.show(States.guest(new Notice.LoginSetAside(TROUBLE)));
            pseudo.show(States.signedIn(TROUBLE));
            window.client.tellNewLinks(new NewLink(
                    "l-1", new DeviceFacts("Киоск", "Киоск 1", "Киоск"), "192.0.2.17", States.NOW.minusSeconds(60)));
            window.node("#" + DesktopIds.NEW_LINK_BANNER);
            pseudo.look();
        }
    }

    @Test
    void sheets() throws Exception {
        try (PseudoWindow pseudo = window()) {
            TestWindow window = pseudo.window;
            window.tell(States.signedIn(null));
            pseudo.look();
            window.click("#" + DesktopIds.SHORTCUTS);
            pseudo.look();
            window.click("#" + DesktopIds.SHORTCUTS_CLOSE);
            window.click("#" + DesktopIds.LOG_OUT);
            pseudo.look();
            window.click("#" + DesktopIds.LOG_OUT_CANCEL);
            window.click("#" + DesktopIds.SETTINGS);
            TextField address = (TextField) window.node("#" + DesktopIds.SERVER_ADDRESS);
            for (String wrong : new String[] {"ftp://x", "https://", "http://192.0.2.1", "a b", "https://192.0.2.1"}) {
                TestWindow.onFx(() -> {
                    address.setText(wrong);
                    return true;
                });
                window.click("#" + DesktopIds.SETTINGS_SAVE);
                window.node("#" + DesktopIds.SERVER_PROBLEM);
                pseudo.look();
            }
        }
    }

    @Test
    void helpOfTheCommandLine() {
        Messages.use(Messages.PSEUDO);
        StringWriter help = new StringWriter();
        new DesktopOptions().commandLine().usage(new PrintWriter(help));
        for (String option : new String[] {"server", "profile", "theme", "data", "help"}) {
            String sentence = FxMessages.MESSAGES.text("options." + option);
            String first = sentence.split("\\s")[0];
            assertTrue(first.startsWith("[") && help.toString().contains(first), option + " in " + help);
        }
    }

    @Test
    void plainSentenceIsFound() throws Exception {
        FxToolkit.registerPrimaryStage();
        Label label = new Label("Ada is here");
        label.setTooltip(new Tooltip("Ада"));
        assertEquals(Set.of("Label: Ada is here"), TestWindow.onFx(() -> new PlainTexts(Stream.of("Ada")).look(label)));
    }

    private static SessionState.Guest code(int number, Duration left) {
        return new SessionState.Guest(
                new SessionState.Code(
                        new Secret(States.QR_TEXT),
                        new Secret("K7QM-4XTP"),
                        number,
                        6,
                        States.NOW.minusSeconds(60),
                        States.NOW.plus(left)),
                null);
    }

    private PseudoWindow window() throws TimeoutException {
        String file = folder.resolve("settings.properties.unreadable").toString();
        return new PseudoWindow(folder, Stream.of("Ada", "ada", "K7QM-4XTP", file));
    }
}
