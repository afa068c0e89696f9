package coderbased.fx.thread;

import static coderbased.fx.FakeChat.bobs;
import static coderbased.fx.FakeChat.lines;
import static coderbased.fx.FakeChat.withBob;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.ChatState;
import coderbased.client.chat.MessageView;
import coderbased.fx.FakeChat;
import coderbased.fx.FxThread;
import coderbased.fx.Layouts;
import coderbased.fx.Theme;
import coderbased.fx.ThemeChoice;
import coderbased.fx.chat.ChatViewModel;
import coderbased.testing.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Thread in a real window, driven by a robot. */
class ThreadViewTest {

    private static final double FAR = 1_500;

    private final FakeChat chat = new FakeChat();
    private final FxRobot robot = new FxRobot();
    private ThreadViewModel thread;
    private Stage stage;

    @BeforeEach
    void opensAWindowOnAThread() throws Exception {
        FxToolkit.registerPrimaryStage();
        chat.tell(withBob(0, true, lines(101, 200)));
        FxToolkit.setupFixture(() -> {
            Clock clock = Clock.fixed(FakeChat.NOON.plus(Duration.ofHours(4)), ZoneOffset.UTC);
            thread = new ChatViewModel(chat, FxThread.executor(), clock).thread();
            stage = new Stage();
            stage.setScene(new Scene(new ThreadView(thread), 500, 600));
            new Theme(ThemeChoice.LIGHT).dress(stage.getScene());
            stage.show();
            thread.open("c-bob");
        });
        waitFor(() -> lastVisible().equals("from Bob 200"));
    }

    @AfterEach
    void closesIt() throws Exception {
        FxToolkit.setupFixture(() -> stage.close());
    }

    @Test
    void readOnlyDeviceShowsANoteInPlaceOfTheField() throws Exception {
        chat.tell(new ChatState(FakeChat.ADA, chat.state().conversations(), Map.of(), FakeChat.CAUGHT_UP, true));
        waitFor(() ->
                onFx(() -> stage.getScene().getRoot().lookup("#composer-barred").isVisible()));
        waitFor(() ->
                onFx(() -> !stage.getScene().getRoot().lookup(".composer-line").isVisible()));
    }

    @Test
    void menuButtonGoesAwayWithThePointerThoughItsMessageIsSelected() throws Exception {
        Node bubble = onFx(() -> flow().getLastVisibleCell().lookup(".bubble"));
        robot.moveTo(bubble).clickOn(MouseButton.SECONDARY);
        waitFor(() -> onFx(() -> stage.getScene().getRoot().lookup(".bubble-menu") != null));
        robot.type(KeyCode.ESCAPE);
        robot.clickOn(node("#composer", TextArea.class));
        waitFor(() -> onFx(() -> stage.getScene().getRoot().lookupAll(".bubble-menu").stream()
                .allMatch(button -> button.getOpacity() == 0)));
    }

    @Test
    void enterSendsAndShiftEnterStartsANewLine() throws Exception {
        robot.clickOn(node("#composer", TextArea.class)).write("one");
        robot.press(KeyCode.SHIFT, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.SHIFT);
        robot.write("two").type(KeyCode.ENTER);
        waitFor(() -> chat.asked.contains("send c-bob one\ntwo"));
        assertEquals("", node("#composer", TextArea.class).getText());
    }

    @Test
    void newestMessageStaysInView() throws Exception {
        for (int newest = 201; newest < 230; newest++) {
            chat.tell(withBob(0, true, lines(101, newest)));
        }
        chat.tell(withBob(0, true, with(lines(101, 230), "the last one\nof several\nlines")));
        waitFor(() -> lastVisible().equals("the last one\nof several\nlines"));
    }

    @Test
    void fewMessagesLieAtTheLowerEdge() throws Exception {
        chat.tell(withBob(0, false, lines(1, 2)));
        waitFor(() -> lastVisible().equals(text(2)) && roomBelowTheNewest() < 12);
        chat.tell(withBob(0, false, lines(1, 3)));
        waitFor(() -> lastVisible().equals(text(3)) && roomBelowTheNewest() < 12);
        chat.tell(withBob(0, false, lines(1, 60)));
        waitFor(() -> lastVisible().equals(text(60)) && roomBelowTheNewest() < 12);
        assertEquals(0, onFx(() -> flow().getTranslateY()));
    }

    /** Returns the distance of the last row from the lower edge of the list, in pixels. */
    private double roomBelowTheNewest() {
        IndexedCell<?> last = flow().getLastVisibleCell();
        if (last == null) {
            return Double.MAX_VALUE; // not laid out yet
        }
        ListView<?> list = (ListView<?>) stage.getScene().lookup("#message-list");
        return list.localToScene(list.getLayoutBounds()).getMaxY()
                - last.localToScene(last.getLayoutBounds()).getMaxY();
    }

    @Test
    void newMessagesDoNotMoveAReaderWhoScrolledUp() throws Exception {
        scrollUp();
        String before = firstVisible();
        chat.tell(withBob(0, true, lines(101, 240)));
        Layouts.pass(stage.getScene());
        assertEquals(before, firstVisible());
        assertTrue(node("#jump-to-newest", javafx.scene.control.Button.class).isVisible());
        robot.clickOn(node("#jump-to-newest", javafx.scene.control.Button.class));
        waitFor(() -> lastVisible().equals(text(240)));
    }

    @Test
    void olderMessagesDoNotMoveTheView() throws Exception {
        while (!chat.asked.contains("loadOlder c-bob")) {
            scrollUpFar();
        }
        String before = firstVisible();
        chat.tell(withBob(0, false, lines(1, 200)));
        Layouts.pass(stage.getScene());
        waitFor(() -> firstVisible().equals(before));
        assertTrue(thread.rows().size() > 200);
    }

    @Test
    void olderMessagesCauseNoJumpWhileScrolling() throws Exception {
        while (!chat.asked.contains("loadOlder c-bob")) {
            scrollUpFar();
        }
        long before = number(firstVisible());
        onFx(() -> {
            flow().fireEvent(upwards(10));
            chat.tell(withBob(0, false, lines(1, 200)));
            flow().fireEvent(upwards(10));
            return true;
        });
        Layouts.pass(stage.getScene());
        assertTrue(thread.rows().size() > 200);
        long after = number(firstVisible());
        assertTrue(after <= before && after >= before - 2, "from message " + before + " to " + after);
    }

    private void scrollUp() throws Exception {
        robot.moveTo(node("#message-list", ListView.class)).scroll(8, javafx.geometry.VerticalDirection.UP);
        Layouts.pass(stage.getScene());
    }

    /** Scrolls up in one long swipe; a wheel takes a second per screen. */
    private void scrollUpFar() throws Exception {
        onFx(() -> {
            flow().fireEvent(upwards(FAR));
            return true;
        });
        Layouts.pass(stage.getScene());
    }

    private static ScrollEvent upwards(double pixels) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                pixels,
                0,
                pixels,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private static String text(int i) {
        return i % 3 == 0 ? "mine " + i : "from Bob " + i;
    }

    private static long number(String text) {
        return Long.parseLong(text.substring(text.lastIndexOf(' ') + 1));
    }

    private static MessageView[] with(MessageView[] lines, String text) {
        return Stream.concat(Stream.of(lines), Stream.of(bobs(lines.length + 500, text)))
                .toArray(MessageView[]::new);
    }

    private String firstVisible() throws Exception {
        return onFx(() -> words(flow().getFirstVisibleCell()));
    }

    private String lastVisible() throws Exception {
        return onFx(() -> words(flow().getLastVisibleCell()));
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) stage.getScene().lookup("#message-list .virtual-flow");
    }

    private static String words(IndexedCell<?> cell) {
        return cell != null && cell.getItem() instanceof ThreadRow.Bubble bubble ? bubble.text() : "";
    }

    private <T> T node(String id, Class<T> type) throws Exception {
        return onFx(() -> type.cast(stage.getScene().lookup(id)));
    }

    private static <T> T onFx(Callable<T> question) throws Exception {
        return WaitForAsyncUtils.waitFor(Deadlines.seconds(30), TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(question));
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(Deadlines.seconds(30), TimeUnit.SECONDS, condition);
    }
}
