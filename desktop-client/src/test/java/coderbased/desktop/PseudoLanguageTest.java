package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.SessionState;
import coderbased.client.SessionState.Notice;
import coderbased.fx.FakeChat;
import coderbased.fx.PlainTexts;
import coderbased.i18n.Messages;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.NewLink;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every screen and sheet around the chats in the pseudo-language: no sentence was left in code. */
class PseudoLanguageTest {

    private static final String TROUBLE = "Нет связи.";

    @TempDir
    private Path folder;

    private PlainTexts texts = new PlainTexts(Stream.of("Ada", "ada", "K7QM-4XTP"));

    @BeforeEach
    void pseudoLanguage() {
        Messages.use(Messages.PSEUDO);
    }

    @AfterEach
    void english() {
        Messages.use(Locale.ENGLISH);
    }

    @Test
    void screensOfALink() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            look(window);
            show(window, new SessionState.Connecting(TROUBLE, null));
            show(window, States.guest());
            window.click("#" + DesktopIds.NO_CAMERA);
            look(window);
            window.click("#" + DesktopIds.QR_CODE);
            window.node("#" + DesktopIds.ENLARGED_QR_CODE);
            look(window);
            window.robot.type(KeyCode.ESCAPE);
            for (int number : new int[] {1, 6}) {
                show(window, code(number, Duration.ofSeconds(30)));
                show(window, code(number, Duration.ZERO));
                show(window, code(number, Duration.ofSeconds(-10)));
            }
            show(window, States.scanned(false));
            show(window, States.scanned(true));
            window.click("#" + DesktopIds.NUMBER_FIELD);
            window.robot.write("42");
            window.click("#" + DesktopIds.NUMBER_OK);
            look(window);
            show(window, new SessionState.Reinitialising(null, null));
            show(window, new SessionState.Reinitialising(FakeChat.ADA, TROUBLE));
            show(window, new SessionState.LoginUnavailable(TROUBLE));
            show(window, new SessionState.Paused(null));
            texts = new PlainTexts(Stream.concat(
                    Stream.of("Ada", "ada", "K7QM-4XTP"),
                    Arrays.stream(DisconnectReason.values()).map(DisconnectReason::sentence)));
            for (DisconnectReason reason : DisconnectReason.values()) {
                show(window, new SessionState.Stopped(reason));
            }
        }
    }

    @Test
    void banners() throws Exception {
        Files.writeString(folder.resolve("settings.properties"), "theme=purple\n");
        try (TestWindow window = new TestWindow(folder)) {
            texts = new PlainTexts(Stream.of(
                            Stream.of("Ada", "ada", "K7QM-4XTP", folder.resolve("settings.properties.unreadable") + ""),
                            Arrays.stream(LogoutReason.values()).map(LogoutReason::sentence),
                            Arrays.stream(LinkEnd.values()).map(LinkEnd::desktopSentence))
                    .flatMap(known -> known));
            for (LogoutReason reason : LogoutReason.values()) {
                Logout logout = new Logout(
                        reason, Initiator.USER, States.NOW, States.NOW.plus(Duration.ofDays(30)), "Реклама запрещена");
                show(window, States.guest(new Notice.LoggedOut(logout)));
            }
            for (LinkEnd end : LinkEnd.values()) {
                show(window, States.guest(new Notice.LinkEnded(end)));
            }
            show(window, States.guest(new Notice.LoginDamaged(TROUBLE)));
            show(window, States.signedIn(TROUBLE));
            window.client.tellNewLinks(new NewLink(
                    "l-1", new DeviceFacts("Киоск", "Киоск 1", "Киоск"), "192.0.2.17", States.NOW.minusSeconds(60)));
            window.node("#" + DesktopIds.NEW_LINK_BANNER);
            look(window);
        }
    }

    @Test
    void sheets() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.signedIn(null));
            look(window);
            window.click("#" + DesktopIds.SHORTCUTS);
            look(window);
            window.click("#" + DesktopIds.SHORTCUTS_CLOSE);
            window.click("#" + DesktopIds.LOG_OUT);
            look(window);
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
                look(window);
            }
        }
    }

    @Test
    void helpOfTheCommandLine() {
        StringWriter help = new StringWriter();
        new Options().commandLine().usage(new PrintWriter(help));
        for (String option : new String[] {"server", "profile", "theme", "data", "help"}) {
            String sentence = Messages.of(DesktopMessages.class).text("options." + option);
            String first = sentence.split("\\s")[0];
            assertTrue(first.startsWith("[") && help.toString().contains(first), option + " in " + help);
        }
    }

    @Test
    void plainSentenceIsFound() {
        assertEquals(Set.of("Label: Ada is here"), TestWindow.onFx(() -> texts.look(new Label("Ada is here"))));
    }

    private static SessionState.Guest code(int number, Duration left) {
        return new SessionState.Guest(
                new SessionState.Code(
                        States.QR_TEXT, "K7QM-4XTP", number, 6, States.NOW.minusSeconds(60), States.NOW.plus(left)),
                null);
    }

    private void show(TestWindow window, SessionState state) {
        window.tell(state);
        look(window);
    }

    private void look(TestWindow window) {
        window.picture(); // cells and skins are made
        assertEquals(Set.of(), TestWindow.onFx(texts::look));
    }
}
