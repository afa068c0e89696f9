package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.Line;
import coderbased.protocol.Contact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What can be done with messages, in a real window, by keyboard and mouse. */
class BubbleViewTest {

    private static final String HOSTILE = "\u202Eevil\u202C text\u0007 👍🏽";

    @TempDir
    Path folder;

    private final FakeChat chat = new FakeChat();
    private final FxRobot robot = new FxRobot();
    private ThreadViewModel thread;
    private Stage stage;

    @BeforeEach
    void opensAWindowOnAGroup() throws Exception {
        FxToolkit.registerPrimaryStage();
        Line first = ALine.bobs(1, "one").build();
        chat.tell(
                AConversation.group("g", "Lake", FakeChat.BOB, new Contact("a-eve", "eve", "Eve"))
                        .lines(
                                first,
                                ALine.bobs(2, "two")
                                        .reaction("👍", false, "Eve")
                                        .build(),
                                ALine.mine(3, "three").answers(first).build(),
                                ALine.bobs(4, HOSTILE).build())
                        .build(),
                AConversation.withBob().build());
        FxToolkit.setupFixture(() -> {
            thread = new ChatViewModel(chat, FxThread.executor(), Threads.AT_ONE).thread();
            stage = new Stage();
            stage.setScene(new Scene(new ThreadView(thread), 420, 700));
            new Theme(ThemeChoice.DARK).dress(stage.getScene());
            stage.show();
            thread.open("g");
        });
        waitFor(() -> stage.getScene().lookup(".reaction") != null);
    }

    @AfterEach
    void closesIt() throws Exception {
        FxToolkit.setupFixture(() -> stage.close());
    }

    @Test
    void aPressOnAReactionJoinsInAndOneOnAQuoteGoesThere() throws Exception {
        robot.clickOn(node(".reaction"));
        waitFor(() -> chat.asked.contains("react g 2 👍"));
        robot.clickOn(node(".bubble-quote"));
        waitFor(() -> stage.getScene().lookup(".thread-cell:marked") != null);
    }

    @Test
    void theKeyboardAnswersCorrectsAndTakesBack() throws Exception {
        TextArea composer = (TextArea) node("#composer");
        robot.clickOn(composer).type(KeyCode.UP);
        waitFor(() -> composer.getText().equals("three"));
        robot.type(KeyCode.ESCAPE);
        waitFor(() -> composer.getText().isEmpty());
        select(3);
        robot.type(KeyCode.DELETE);
        waitFor(() -> stage.getScene().lookup("#undo-delete") != null);
        robot.clickOn(node("#undo-delete"));
        waitFor(() -> Threads.bubble(thread, 3).text().equals("three"));
        assertTrue(chat.asked.stream().noneMatch(asked -> asked.startsWith("delete")));
    }

    @Test
    void enterOnAMessageOpensItsMenu() throws Exception {
        select(2);
        robot.type(KeyCode.ENTER);
        waitFor(() -> onFx(() -> Window.getWindows().stream()
                .anyMatch(window -> window instanceof BubbleMenu menu && menu.isShowing())));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void whatIsCopiedIsWhatWasWrittenByteForByte() throws Exception {
        select(4);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        waitFor(() -> HOSTILE.equals(onFx(() -> Clipboard.getSystemClipboard().getString())));
        assertEquals("evil text 👍🏽", SafeText.message(HOSTILE));
    }

    @Test
    void anEmojiIsChosenByItsName() throws Exception {
        robot.clickOn(node("#emoji"));
        waitFor(() -> node("#emoji-search").isFocused());
        robot.write("rocket");
        waitFor(() -> stage.getScene().getRoot().lookupAll(".emoji-button").size() == 1);
        robot.clickOn(node(".emoji-button"));
        waitFor(() -> ((TextArea) node("#composer")).getText().equals("🚀"));
    }

    @Test
    void aFileIsSentWithItsCaption() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "hello");
        onFx(() -> {
            thread.composer().attachments().add(List.of(file));
            return true;
        });
        waitFor(() -> stage.getScene().lookup("#attachment-caption") != null
                && node("#attachment-caption").isFocused());
        robot.write("read this").type(KeyCode.ENTER);
        waitFor(() -> chat.asked.contains("sendFile g notes.txt read this"));
        waitFor(() -> stage.getScene().lookup("#attachment-caption") == null);
    }

    private void select(long seq) throws Exception {
        onFx(() -> {
            ListView<?> list = (ListView<?>) stage.getScene().lookup("#message-list");
            list.requestFocus();
            list.getSelectionModel().select(thread.rows().indexOf(Threads.bubble(thread, seq)));
            return true;
        });
    }

    private Node node(String selector) throws Exception {
        return onFx(() -> stage.getScene().lookup(selector));
    }

    private static <T> T onFx(Callable<T> question) throws Exception {
        return WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(question));
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
