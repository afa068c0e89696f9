package coderbased.desktop;

import static coderbased.desktop.PseudoChats.IVO;
import static coderbased.desktop.PseudoChats.data;
import static coderbased.desktop.PseudoChats.group;

import coderbased.fx.AConversation;
import coderbased.fx.ALine;
import coderbased.fx.FakeChat;
import coderbased.fx.FxThread;
import coderbased.fx.Theme;
import coderbased.fx.ThemeChoice;
import coderbased.protocol.ConversationSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Pseudo-language test of the parts over the chats: files, notifications, toasts, menus, hits. */
class PseudoExtrasTest {

    @TempDir
    private Path folder;

    private PseudoWindow pseudo;
    private TestWindow window;
    private FakeChat chat;

    @BeforeEach
    void opensAWindow() throws Exception {
        pseudo = new PseudoWindow(folder, data());
        window = pseudo.window;
        chat = window.client.chat;
        chat.people.add(IVO);
        chat.tell(
                AConversation.withBob()
                        .lines(ALine.bobs(1, "Привет").at(States.NOW).build())
                        .unread(1)
                        .build(),
                group("6")
                        .typing("Ева 🌹", "Боб")
                        .lines(ALine.mine(1, "Привет").build())
                        .build());
        window.tell(States.signedIn(null));
    }

    @AfterEach
    void closesIt() throws Exception {
        pseudo.close();
    }

    @Test
    void filesToSend() throws Exception {
        Path good = Files.writeString(folder.resolve("отчёт.pdf"), "отчёт");
        Path empty = Files.createFile(folder.resolve("🎁 пусто.pdf"));
        Path inside = Files.createDirectory(folder.resolve("папка"));
        pseudo.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        pseudo.look("#composer");
        paste(good, empty, inside);
        pseudo.look("#attachment-caption");
        TestWindow.until(() -> window.sees("#attachment-problem"));
        pseudo.look();
    }

    private void paste(Path... files) {
        TestWindow.onFx(() -> Clipboard.getSystemClipboard()
                .setContent(Map.of(
                        DataFormat.FILES,
                        List.of(files).stream().map(Path::toFile).toList())));
        window.robot.clickOn(window.node("#composer"));
        pseudo.press(KeyCode.CONTROL, KeyCode.V);
    }

    @Test
    void menusOfChatsAndArchive() {
        for (ConversationSettings settings : List.of(
                ConversationSettings.DEFAULT, new ConversationSettings(true, false, States.NOW.plusSeconds(60)))) {
            chat.tell(AConversation.withBob().settings(settings).build());
            pseudo.look();
            window.robot.rightClickOn(window.node(".conversation-cell:filled .row-title"));
            TestWindow.until(() -> TestWindow.onFx(() -> PseudoWindow.menu("context-menu") != null));
            pseudo.look();
            window.robot.type(KeyCode.ESCAPE);
            pseudo.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            pseudo.look("#composer");
            pseudo.sheet("#person-sheet", () -> {}, KeyCode.CONTROL, KeyCode.I);
        }
        pseudo.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        pseudo.look("#toast-action");
    }

    @Test
    void searchFindsPeopleAndPlaces() {
        pseudo.type("#conversation-search", "Иво");
        pseudo.look(".conversation-cell:filled .row-title");
        pseudo.type("#conversation-search", "");
        pseudo.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        TestWindow.until(() -> PseudoChats.LAKE.equals(window.text("#thread-title")));
        pseudo.look("#thread-line");
        pseudo.fire("#thread-search");
        pseudo.look("#search-everywhere");
    }

    @Test
    void chatThatIsGoneIsReported() {
        pseudo.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        TestWindow.until(() -> PseudoChats.LAKE.equals(window.text("#thread-title")));
        chat.tell(AConversation.withBob().build());
        pseudo.look("#toast");
    }

    @Test
    void notifications() throws Exception {
        SignedInViewModel signedIn =
                TestWindow.onFx(() -> new SignedInViewModel(window.client, FxThread.executor(), States.CLOCK));
        TestWindow.onFx(() -> {
            Stage stage = (Stage) window.scene().getWindow();
            new NotificationWindow(stage, new Theme(ThemeChoice.LIGHT), () -> false).follow(signedIn);
            return true;
        });
        chat.tell(AConversation.withBob()
                .lines(ALine.bobs(2, "Привет").build())
                .unread(2)
                .build());
        TestWindow.until(() -> TestWindow.onFx(() -> Window.getWindows().stream()
                .anyMatch(open -> open instanceof Popup && open.getScene().lookup("#notification") != null)));
        pseudo.look();
        FxToolkit.setupFixture(signedIn::close);
    }
}
