package coderbased.fx.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.ChatState;
import coderbased.client.chat.MessageView;
import coderbased.fx.AConversation;
import coderbased.fx.ALine;
import coderbased.fx.Errand;
import coderbased.fx.FakeChat;
import coderbased.fx.FxThread;
import coderbased.fx.GroupPictures;
import coderbased.fx.Live;
import coderbased.fx.Theme;
import coderbased.fx.ThemeChoice;
import coderbased.fx.Times;
import coderbased.fx.compose.Attachment;
import coderbased.fx.text.BidiTextFlow;
import coderbased.fx.text.SafeText;
import coderbased.protocol.Contact;
import coderbased.protocol.GroupEventKind;
import coderbased.testing.Deadlines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.collections.SetChangeListener;
import javafx.css.CssParser;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Actions on messages in a real window, by keyboard and mouse. */
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
        MessageView first = ALine.bobs(1, "one").build();
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
            Live<ChatState> state = new Live<>(chat.state(), chat::onState, FxThread.executor());
            Errand away = Errand.away(FxThread.executor());
            thread = new ThreadViewModel(
                    chat,
                    state.value(),
                    new Times(Threads.AT_ONE),
                    new GroupPictures(chat, FxThread.executor()),
                    away,
                    _ -> {
                        // the time to undo does not pass
                    });
            stage = new Stage();
            stage.setScene(new Scene(new ThreadView(thread), 420, 700));
            new Theme(ThemeChoice.DARK).dress(stage.getScene());
            stage.show();
            thread.open("g");
        });
        ready(".reaction");
    }

    @AfterEach
    void closesIt() throws Exception {
        FxToolkit.setupFixture(() -> stage.close());
    }

    @Test
    void pressOnAReactionAddsItAndOnAQuoteScrollsToIt() throws Exception {
        robot.clickOn(ready(".reaction"));
        waitFor(() -> chat.asked.contains("react g 2 👍"));
        CountDownLatch marked = new CountDownLatch(1);
        onMark(marked::countDown);
        robot.clickOn(ready(".bubble-quote"));
        assertTrue(marked.await(Deadlines.seconds(30), TimeUnit.SECONDS));
    }

    @Test
    void menuFindsAllItsColours() throws Exception {
        List<CssParser.ParseError> errors = onFx(CssParser::errorsProperty);
        onFx(() -> errors.removeIf(_ -> true));
        select(3);
        robot.type(KeyCode.ENTER);
        waitFor(() -> openMenu() != null);
        onFx(() -> openMenu().getScene().snapshot(null));
        assertEquals(List.of(), onFx(() -> List.copyOf(errors)));
        robot.type(KeyCode.ESCAPE);
        waitFor(() -> openMenu() == null);
    }

    private static ContextMenu openMenu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElse(null);
    }

    @Test
    void keyboardAnswersEditsAndDeletes() throws Exception {
        TextArea composer = (TextArea) ready("#composer");
        robot.clickOn(composer).type(KeyCode.UP);
        waitFor(() -> composer.getText().equals("three"));
        robot.type(KeyCode.ESCAPE);
        waitFor(() -> composer.getText().isEmpty());
        select(3);
        robot.type(KeyCode.DELETE);
        robot.clickOn(ready("#undo-delete"));
        waitFor(() -> Threads.bubble(thread, 3).text().equals("three"));
        assertTrue(chat.asked.stream().noneMatch(asked -> asked.startsWith("delete")));
    }

    @Test
    void enterOpensTheMenuOfAMessage() throws Exception {
        select(2);
        robot.type(KeyCode.ENTER);
        waitFor(() ->
                Window.getWindows().stream().anyMatch(window -> window instanceof BubbleMenu menu && menu.isShowing()));
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void copiedTextEqualsTheOriginal() throws Exception {
        select(4);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        waitFor(() -> HOSTILE.equals(Clipboard.getSystemClipboard().getString()));
        assertEquals("evil text 👍🏽", SafeText.message(HOSTILE));
    }

    @Test
    void emojiIsFoundByItsName() throws Exception {
        robot.clickOn(ready("#emoji"));
        waitFor(() -> node("#emoji-search").isFocused());
        robot.write("rocket");
        waitFor(() -> stage.getScene().getRoot().lookupAll(".emoji-button").size() == 1);
        robot.clickOn(ready(".emoji-button"));
        waitFor(() -> ((TextArea) node("#composer")).getText().equals("🚀"));
    }

    @Test
    void enterInsertsTheFirstHitAndEscapeClosesThePicker() throws Exception {
        TextArea composer = (TextArea) ready("#composer");
        robot.clickOn(ready("#emoji"));
        waitFor(() -> node("#emoji-search").isFocused());
        robot.write("rocket").type(KeyCode.ENTER);
        waitFor(() -> composer.getText().equals("🚀"));
        robot.type(KeyCode.ESCAPE);
        waitFor(() -> !node("#emoji-picker").isVisible() && composer.isFocused());
        assertEquals("g", thread.conversationId().get());
        robot.clickOn(ready("#emoji"));
        waitFor(() -> node("#emoji-search").isFocused());
        assertEquals("", ((TextInputControl) node("#emoji-search")).getText());
        onFx(() -> {
            thread.open("c-bob");
            return true;
        });
        waitFor(() -> !node("#emoji-picker").isVisible() && composer.isFocused());
    }

    @Test
    void clickInTheThreadLeavesTheCaretInTheField() throws Exception {
        TextArea composer = (TextArea) ready("#composer");
        for (String where : List.of(".bubble.theirs", "#message-list", ".bubble.mine")) {
            robot.clickOn(composer).write("ab").type(KeyCode.LEFT);
            robot.clickOn(ready(where));
            waitFor(composer::isFocused);
            robot.write("c");
            waitFor(() -> composer.getText().equals("acb"));
            robot.eraseText(2);
            robot.type(KeyCode.DELETE);
            waitFor(() -> composer.getText().isEmpty());
        }
    }

    @Test
    void openingTheOpenChatAgainFocusesTheField() throws Exception {
        select(2);
        waitFor(() -> node("#message-list").isFocused());
        onFx(() -> {
            thread.open("g");
            return true;
        });
        waitFor(() -> node("#composer").isFocused());
    }

    @Test
    void tabLeavesTheFieldAndShiftTabReachesTheMessages() throws Exception {
        TextArea composer = (TextArea) ready("#composer");
        robot.clickOn(composer).write("ab").type(KeyCode.TAB);
        waitFor(() -> node("#send").isFocused());
        assertEquals("ab", composer.getText());
        for (int i = 0; i < 20 && !onFx(() -> node("#message-list").isFocused()); i++) {
            robot.press(KeyCode.SHIFT, KeyCode.TAB).release(KeyCode.TAB, KeyCode.SHIFT);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertTrue(onFx(() -> node("#message-list").isFocused()));
    }

    @Test
    void menuOpensAtThePointer() throws Exception {
        Node bubble = ready(".bubble.mine");
        Bounds box = onFx(() -> bubble.localToScreen(bubble.getLayoutBounds()));
        robot.rightClickOn(bubble);
        waitFor(() -> menu() != null);
        Bounds menu = onFx(() -> {
            Node root = menu().getScene().getRoot();
            return root.localToScreen(root.getLayoutBounds());
        });
        assertTrue(Math.abs(menu.getMinX() - box.getCenterX()) < 40, menu + " beside " + box);
        robot.type(KeyCode.ESCAPE);
        waitFor(() -> menu() == null);
    }

    @Test
    void rowIsNotHoveredAfterItsMenuUntilThePointerMoves() throws Exception {
        Node cell = onFx(() -> {
            Node node = stage.getScene().getRoot().lookup(".bubble.mine");
            while (!(node instanceof ThreadCell)) {
                node = node.getParent();
            }
            return node;
        });
        robot.moveTo(cell);
        waitFor(() -> onFx(cell::isHover));
        onFx(() -> {
            ((ThreadCell) cell).showMenu();
            return true;
        });
        waitFor(() -> menu() != null);
        robot.type(KeyCode.ESCAPE);
        waitFor(() -> menu() == null && !onFx(cell::isHover));
        robot.moveBy(2, 2);
        waitFor(() -> onFx(cell::isHover));
    }

    private static Window menu() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof BubbleMenu && window.isShowing())
                .findFirst()
                .orElse(null);
    }

    @Test
    void typedEmojiAreShownAsPictures() throws Exception {
        assertFalse(onFx(() -> node("#draft-preview").isVisible()));
        onFx(() -> {
            ((TextArea) node("#composer")).setText("up 🚀 and 👍🏽");
            return true;
        });
        assertTrue(onFx(() -> node("#draft-preview").isVisible()));
        assertEquals(
                2, onFx(() -> node("#draft-preview").lookupAll(".image-view").size()));
        onFx(() -> {
            ((TextArea) node("#composer")).setText("up, and — well");
            return true;
        });
        assertFalse(onFx(() -> node("#draft-preview").isVisible()));
    }

    @Test
    void rightToLeftTextIsDrawnAtAnyWidth() throws Exception {
        String arabic = "مرحبا كيف حالك اليوم؟ هذا نص من اليمين إلى اليسار";
        String mixed = "He said שלום עולם and 🚀 https://example.org/שלום then more words\nand a second line";
        chat.tell(AConversation.group("g", "שלום עולם ".repeat(4).strip(), FakeChat.BOB)
                .lines(
                        ALine.groupEvent(
                                        1,
                                        GroupEventKind.RENAMED,
                                        "مرحبا كيف حالك اليوم؟ ".repeat(3).strip(),
                                        "a-bob")
                                .build(),
                        ALine.bobs(2, arabic).build(),
                        ALine.mine(3, mixed)
                                .answers(ALine.bobs(2, arabic).build())
                                .build(),
                        ALine.bobs(4, "مرحبا".repeat(60)).build())
                .build());
        onFx(() -> {
            Parent root = stage.getScene().getRoot();
            TextArea composer = (TextArea) node("#composer");
            composer.requestFocus();
            for (String word : (arabic + " " + arabic).split("(?<= )")) {
                typed(word);
                root.layout();
            }
            assertEquals(arabic + " " + arabic, composer.getText());
            composer.setText(arabic + " 🚀 " + mixed);
            for (double width = 300; width < 900; width += 17) {
                root.resize(width, 700);
                root.applyCss();
                root.layout();
            }
            assertEquals(arabic, Threads.bubble(thread, 2).text());
            return true;
        });
    }

    @Test
    void oppositeRunsStayTogether() {
        assertEquals(List.of("שלום ", "עולם"), BidiTextFlow.chunks("שלום עולם", false));
        assertEquals(
                List.of("He ", "said ", "שלום עולם", " ", "twice"),
                BidiTextFlow.chunks("He said שלום עולם twice", true));
        assertEquals(4, BidiTextFlow.chunks("א".repeat(130), false).size());
    }

    @Test
    void fileIsSentWithItsCaption() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "hello");
        onFx(() -> {
            thread.composer().attachments().add(List.of(file));
            return true;
        });
        waitFor(() -> node("#attachment-caption") != null
                && node("#attachment-caption").isFocused());
        robot.write("read this").type(KeyCode.ENTER);
        waitFor(() -> chat.asked.contains("sendFile g notes.txt read this"));
        waitFor(() -> node("#attachment-caption") == null);
    }

    @Test
    void shownFieldTakesTheNextKey() throws Exception {
        Attachment file = Attachment.of(Files.writeString(folder.resolve("notes.txt"), "hello"));
        // All of it before the next frame: a busy machine may be late, and users do not wait for it.
        assertEquals("r", onFx(() -> {
            thread.composer().attachments().files().add(file);
            return typed("r");
        }));
        assertEquals("s", onFx(() -> {
            thread.composer().attachments().cancel();
            ((Button) node("#emoji")).fire();
            return typed("s");
        }));
    }

    /** Runs {@code listener} when a message in view is marked, which it is for a moment only. */
    private void onMark(Runnable listener) throws Exception {
        SetChangeListener<PseudoClass> watch = change -> {
            if (change.wasAdded()
                    && change.getElementAdded().getPseudoClassName().equals("marked")) {
                listener.run();
            }
        };
        onFx(() -> {
            Set<Node> cells = stage.getScene().getRoot().lookupAll(".thread-cell");
            cells.forEach(cell -> cell.getPseudoClassStates().addListener(watch));
            return true;
        });
    }

    /** Types a character; returns the text of the focused field. */
    private String typed(String character) {
        TextInputControl field = (TextInputControl) stage.getScene().getFocusOwner();
        field.fireEvent(
                new KeyEvent(KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false));
        return field.getText();
    }

    private void select(long seq) throws Exception {
        onFx(() -> {
            ListView<?> list = (ListView<?>) stage.getScene().lookup("#message-list");
            list.requestFocus();
            list.getSelectionModel().select(thread.rows().indexOf(Threads.bubble(thread, seq)));
            return true;
        });
    }

    /** Returns a node; null if there is none. On the JavaFX thread only. */
    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    /** Returns a node as soon as it is at its final position. */
    private Node ready(String selector) throws Exception {
        waitFor(() -> node(selector) != null && liesStill(node(selector)));
        return onFx(() -> node(selector));
    }

    private static boolean liesStill(Node node) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent.isNeedsLayout()) {
                return false;
            }
        }
        return node.getLayoutBounds().getWidth() > 0;
    }

    private static <T> T onFx(Callable<T> question) throws Exception {
        return WaitForAsyncUtils.waitFor(Deadlines.seconds(30), TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(question));
    }

    /** Waits for a condition, which is evaluated on the JavaFX thread. */
    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(Deadlines.seconds(30), TimeUnit.SECONDS, () -> onFx(condition));
    }
}
