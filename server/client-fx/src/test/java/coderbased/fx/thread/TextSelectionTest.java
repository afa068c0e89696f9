package coderbased.fx.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import coderbased.fx.text.DrawnText;
import coderbased.protocol.Body;
import coderbased.testing.Deadlines;
import java.text.BreakIterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Selecting a part of a message by mouse and by keyboard, in a real window. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TextSelectionTest {

    private static final List<String> TEXTS = List.of(
            "The ferry leaves at nine, and the last one back leaves at a quarter past six.\nBring water.",
            "Up 👍🏽 and 🚀 https://example.org/a now",
            "היום בשעה תשע, ליד הגשר 🚲\n\nלהתראות",
            "He said שלום עולם twice 12:30",
            "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
            "🚀 🐈");

    private final FakeChat chat = new FakeChat();
    private final FxRobot robot = new FxRobot();
    private ThreadViewModel thread;
    private Stage stage;

    @BeforeAll
    void opensAWindow() throws Exception {
        FxToolkit.registerPrimaryStage();
        tell(line(3));
        FxToolkit.setupFixture(() -> {
            Live<ChatState> state = new Live<>(chat.state(), chat::onState, FxThread.executor());
            thread = new ThreadViewModel(
                    chat,
                    state.value(),
                    new Times(Threads.AT_ONE),
                    new GroupPictures(chat, FxThread.executor()),
                    Errand.away(FxThread.executor()),
                    _ -> {
                        // the time to undo does not pass
                    });
            stage = new Stage();
            stage.setScene(new Scene(new ThreadView(thread), 420, 700));
            new Theme(ThemeChoice.LIGHT).dress(stage.getScene());
            stage.show();
            thread.open("g");
        });
        waitFor(() -> texts().size() == TEXTS.size());
    }

    @BeforeEach
    void selectsNothing() throws Exception {
        robot.clickOn(node("#composer"));
        waitFor(() -> node("#composer").isFocused());
        clipboard("before");
    }

    @AfterAll
    void closesIt() throws Exception {
        FxToolkit.setupFixture(() -> stage.close());
    }

    @Test
    void everyCharacterIsFoundWhereItIsDrawn() throws Exception {
        for (String text : TEXTS) {
            DrawnText drawn = onFx(() -> text(text).drawn());
            assertEquals(text, drawn.text());
            BreakIterator characters = BreakIterator.getCharacterInstance();
            characters.setText(text);
            for (int from = 0, to = characters.next(); to != BreakIterator.DONE; from = to, to = characters.next()) {
                int first = from;
                int last = to;
                List<Bounds> boxes = onFx(() -> drawn.boxes(first, last));
                if (boxes.isEmpty() || boxes.getFirst().getWidth() < 1) {
                    continue; // a line break
                }
                Bounds box = boxes.getFirst();
                DrawnText.Spot at = onFx(() -> drawn.at(new Point2D(box.getCenterX(), box.getCenterY())));
                assertTrue(first <= at.character() && at.character() < last, text + ": " + first + " is " + at);
                assertTrue(at.boundary() == first || at.boundary() == last, text + ": " + first + " is " + at);
            }
        }
    }

    @Test
    void aDragSelectsWhatItCrossesInEitherDirection() throws Exception {
        for (String text : TEXTS) {
            BreakIterator characters = BreakIterator.getCharacterInstance();
            characters.setText(text);
            characters.last();
            characters.previous();
            String part = text.substring(0, characters.previous());
            dragAtOnce(text, edge(text, 0), edge(text, part.length()));
            assertSelected(text, part);
            dragAtOnce(text, edge(text, part.length()), edge(text, 0));
            assertSelected(text, part);
        }
    }

    @Test
    void clicksSelectAWordAndAll() throws Exception {
        String text = TEXTS.getFirst();
        press(text, text.indexOf("ferry") + 2, 2);
        assertSelected(text, "ferry");
        press(text, text.indexOf("ferry") + 2, 3);
        assertSelected(text, text);
        robot.clickOn(inside(TEXTS.get(3), 0));
        waitFor(() -> !isDrawn(text));
    }

    @Test
    void theKeysOfTheFieldServeTheSelectionWhileThereIsOne() throws Exception {
        String text = TEXTS.get(1);
        TextArea composer = (TextArea) node("#composer");
        String part = "Up 👍🏽 ";
        robot.write("draft");
        drag(edge(text, 0), edge(text, part.length()));
        waitFor(composer::isFocused);
        keys(KeyCode.CONTROL, KeyCode.C);
        waitFor(() -> part.equals(Clipboard.getSystemClipboard().getString()));
        keys(KeyCode.CONTROL, KeyCode.A);
        assertSelected(text, text);
        robot.type(KeyCode.ESCAPE);
        waitFor(() -> !isDrawn(text));
        assertEquals("draft", composer.getText());
        assertEquals("g", thread.conversationId().get());
        keys(KeyCode.CONTROL, KeyCode.A);
        waitFor(() -> composer.getSelectedText().equals("draft"));
        robot.type(KeyCode.DELETE);
        waitFor(() -> composer.getText().isEmpty());
    }

    @Test
    void typingEndsTheSelection() throws Exception {
        String text = TEXTS.get(3);
        TextArea composer = (TextArea) node("#composer");
        drag(edge(text, 0), edge(text, 7));
        waitFor(() -> isDrawn(text) && composer.isFocused());
        robot.write("x");
        waitFor(() -> !isDrawn(text) && composer.getText().equals("x"));
        robot.type(KeyCode.BACK_SPACE);
        waitFor(() -> composer.getText().isEmpty());
    }

    @Test
    void theMenuCopiesTheSelectionOfItsMessageOnly() throws Exception {
        String text = TEXTS.get(3);
        drag(edge(text, 3), edge(text, 7));
        robot.rightClickOn(inside(TEXTS.getFirst(), 3));
        waitFor(() -> menu() != null);
        assertTrue(menu().getItems().stream().noneMatch(TextSelectionTest::copies));
        robot.type(KeyCode.ESCAPE);
        waitFor(() -> menu() == null);
        robot.rightClickOn(inside(text, 3));
        waitFor(() -> menu() != null);
        FxToolkit.setupFixture(() -> {
            ContextMenu menu = menu();
            menu.hide();
            menu.getItems().stream().filter(TextSelectionTest::copies).forEach(MenuItem::fire);
        });
        waitFor(() -> "said".equals(Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void theSelectionStaysWhenTheMessageIsDrawnAgain() throws Exception {
        String text = TEXTS.get(3);
        drag(edge(text, 3), edge(text, 7));
        onFx(() -> {
            ListView<?> list = (ListView<?>) node("#message-list");
            list.lookupAll(".thread-cell").forEach(cell -> ((ThreadCell) cell).redraw());
            return true;
        });
        assertSelected(text, "said");
    }

    @Test
    void theKeyboardGoesOnFromWhatTheMouseSelected() throws Exception {
        String text = TEXTS.get(1);
        dragAtOnce(TEXTS.getFirst(), edge(TEXTS.getFirst(), 0), edge(TEXTS.getFirst(), 60));
        choose(2);
        press(text, 0, 2);
        keys(KeyCode.SHIFT, KeyCode.RIGHT);
        assertSelected(text, "Up ");
        keys(KeyCode.SHIFT, KeyCode.LEFT, KeyCode.LEFT);
        assertSelected(text, "U");
        keys(KeyCode.CONTROL, KeyCode.A);
        keys(KeyCode.SHIFT, KeyCode.RIGHT);
        assertSelected(text, text);
        keys(KeyCode.SHIFT, KeyCode.LEFT);
        assertSelected(text, text.substring(0, text.length() - 1));
        int now = text.indexOf("now");
        press(text, now, 2);
        mouse(text, MouseEvent.MOUSE_DRAGGED, inside(text, text.indexOf("and")), 2);
        assertSelected(text, text.substring(text.indexOf("and")));
        keys(KeyCode.SHIFT, KeyCode.RIGHT);
        assertSelected(text, text.substring(text.indexOf("and") + 1));
    }

    @Test
    void theKeyboardBeginsAtTheClickedPlace() throws Exception {
        String text = TEXTS.get(1);
        dragAtOnce(TEXTS.getFirst(), edge(TEXTS.getFirst(), 0), edge(TEXTS.getFirst(), 60));
        choose(2);
        mouse(text, MouseEvent.MOUSE_PRESSED, edge(text, text.indexOf("now")), 1);
        keys(KeyCode.SHIFT, KeyCode.RIGHT);
        assertSelected(text, "n");
    }

    @Test
    void anEditedOrDeletedMessageHasNoSelection() throws Exception {
        String text = TEXTS.get(3);
        List<ALine> changed = List.of(
                ALine.mine(4, "Something else").edited(), ALine.mine(4, "").body(new Body.Deleted()));
        for (ALine now : changed) {
            choose(4);
            keys(KeyCode.CONTROL, KeyCode.A);
            assertSelected(text, text);
            try {
                tell(now.build());
                waitFor(() ->
                        texts().stream().noneMatch(one -> one.drawn().text().equals(text)));
                assertNothingIsCopied();
            } finally {
                tell(ALine.mine(4, text).build());
                waitFor(() -> texts().size() == TEXTS.size());
            }
        }
    }

    @Test
    void aTextThatIsUnfoldedHasNoSelection() throws Exception {
        String text = "Nothing ".repeat(400).strip();
        tell(ALine.mine(4, text).build());
        try {
            waitFor(() -> folded(text) != null);
            String before = onFx(() -> folded(text).drawn().text());
            press(before, 3, 2);
            assertSelected(before, "Nothing");
            onFx(() -> {
                ((Hyperlink) folded(text).lookup(".read-more")).fire();
                return true;
            });
            waitFor(() -> folded(text) == null);
            assertNothingIsCopied();
        } finally {
            tell(ALine.mine(4, TEXTS.get(3)).build());
            waitFor(() -> texts().stream().anyMatch(one -> one.drawn().text().equals(TEXTS.get(3))));
        }
    }

    private BubbleText folded(String text) {
        return texts().stream()
                .filter(one -> text.startsWith(one.drawn().text()) && one.lookup(".read-more") != null)
                .findFirst()
                .orElse(null);
    }

    @Test
    void theKeyboardSelectsInTheChosenMessage() throws Exception {
        String text = TEXTS.get(1);
        choose(2);
        keys(KeyCode.SHIFT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT);
        assertSelected(text, "Up ");
        keys(KeyCode.SHIFT, KeyCode.RIGHT);
        assertSelected(text, "Up 👍🏽");
        keys(KeyCode.CONTROL, KeyCode.A);
        keys(KeyCode.CONTROL, KeyCode.C);
        waitFor(() -> text.equals(Clipboard.getSystemClipboard().getString()));
    }

    /** Chooses a message with the keyboard. */
    private void choose(long seq) throws Exception {
        onFx(() -> {
            ListView<ThreadRow> list = list();
            list.requestFocus();
            list.getSelectionModel().select(Threads.bubble(thread, seq));
            return true;
        });
        waitFor(() -> node("#message-list").isFocused());
    }

    /** Tells the conversation with another fourth message. */
    private void tell(MessageView fourth) {
        chat.tell(AConversation.group("g", "Lake", FakeChat.BOB)
                .lines(IntStream.range(0, TEXTS.size())
                        .mapToObj(i -> i == 3 ? fourth : line(i))
                        .toArray(MessageView[]::new))
                .build());
    }

    private static MessageView line(int i) {
        return (i % 2 == 0 ? ALine.bobs(i + 1, TEXTS.get(i)) : ALine.mine(i + 1, TEXTS.get(i))).build();
    }

    private void drag(Point2D from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(to).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Drags without the pointer's way in between, which takes a robot long. */
    private void dragAtOnce(String text, Point2D from, Point2D to) throws Exception {
        mouse(text, MouseEvent.MOUSE_PRESSED, from, 1);
        mouse(text, MouseEvent.MOUSE_DRAGGED, to, 1);
    }

    /** Presses the mouse on a character, for the second or third time in quick succession. */
    private void press(String text, int character, int clicks) throws Exception {
        mouse(text, MouseEvent.MOUSE_PRESSED, inside(text, character), clicks);
    }

    private void mouse(String text, EventType<MouseEvent> type, Point2D at, int clicks) throws Exception {
        onFx(() -> {
            BubbleText node = text(text);
            Point2D scene = node.localToScene(node.screenToLocal(at));
            node.fireEvent(new MouseEvent(
                    node,
                    node,
                    type,
                    scene.getX(),
                    scene.getY(),
                    at.getX(),
                    at.getY(),
                    MouseButton.PRIMARY,
                    clicks,
                    false,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null));
            return true;
        });
    }

    private void keys(KeyCode held, KeyCode... typed) {
        robot.press(held).type(typed).release(held);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Asserts that this part of the message is drawn as selected, and is what is copied. */
    private void assertSelected(String text, String part) throws Exception {
        waitFor(() -> isDrawn(text));
        clipboard("before");
        keys(KeyCode.CONTROL, KeyCode.C);
        assertEquals(part, onFx(() -> Clipboard.getSystemClipboard().getString()));
    }

    private void assertNothingIsCopied() throws Exception {
        onFx(() -> {
            node("#composer").requestFocus(); // the list would copy the whole message
            return true;
        });
        waitFor(() -> node("#composer").isFocused());
        clipboard("before");
        keys(KeyCode.CONTROL, KeyCode.C);
        assertEquals("before", onFx(() -> Clipboard.getSystemClipboard().getString()));
    }

    private boolean isDrawn(String text) {
        stage.getScene().getRoot().layout();
        return text(text).lookup(".text-selection") instanceof Path path
                && !path.getElements().isEmpty();
    }

    /** Returns the point beside a boundary between two characters, on the screen. */
    private Point2D edge(String text, int boundary) throws Exception {
        BreakIterator characters = BreakIterator.getCharacterInstance();
        characters.setText(text);
        int end = characters.following(boundary);
        int start = characters.previous();
        return onFx(() -> {
            DrawnText drawn = text(text).drawn();
            Bounds box = drawn.boxes(start, end).getFirst();
            Point2D left = new Point2D(box.getMinX() + 1, box.getCenterY());
            Point2D right = new Point2D(box.getMaxX() - 1, box.getCenterY());
            return screen(drawn.at(left).boundary() == boundary ? left : right);
        });
    }

    private Point2D inside(String text, int character) throws Exception {
        return onFx(() -> {
            Bounds box = text(text).drawn().boxes(character, character + 1).getFirst();
            return screen(new Point2D(box.getCenterX(), box.getCenterY()));
        });
    }

    private Point2D screen(Point2D scene) {
        return stage.getScene()
                .getRoot()
                .localToScreen(stage.getScene().getRoot().sceneToLocal(scene));
    }

    private BubbleText text(String text) {
        return texts().stream()
                .filter(one -> one.drawn().text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private List<BubbleText> texts() {
        return list().lookupAll(".bubble-words").stream()
                .map(BubbleText.class::cast)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private ListView<ThreadRow> list() {
        return (ListView<ThreadRow>) node("#message-list");
    }

    private Node node(String id) {
        return stage.getScene().lookup(id);
    }

    private static boolean copies(MenuItem item) {
        return "menu-copy-selection".equals(item.getId());
    }

    private static ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof BubbleMenu && window.isShowing())
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static void clipboard(String text) throws Exception {
        onFx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            return Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private static <T> T onFx(Callable<T> call) throws Exception {
        return WaitForAsyncUtils.asyncFx(call).get(Deadlines.seconds(30), TimeUnit.SECONDS);
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(Deadlines.seconds(30), TimeUnit.SECONDS, () -> onFx(condition));
    }
}
