package coderbased.fx.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.MessageView;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.fx.ALine;
import coderbased.fx.Face;
import coderbased.fx.FakeChat;
import coderbased.fx.FxThread;
import coderbased.fx.Theme;
import coderbased.fx.ThemeChoice;
import coderbased.fx.Tick;
import coderbased.fx.chat.ChatViewModel;
import coderbased.fx.list.ListRow.Preview;
import coderbased.fx.thread.ThreadCell;
import coderbased.fx.thread.ThreadRow;
import coderbased.fx.thread.ThreadView;
import coderbased.fx.thread.ThreadViewModel;
import coderbased.fx.thread.Threads;
import coderbased.testing.Deadlines;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Cost of showing a message in a real window: counted, not timed. */
class MessageCostTest {

    private static final int BEFORE = 40;

    private final FakeChat chat = new FakeChat();
    private ThreadViewModel thread;
    private Stage stage;

    @BeforeEach
    void opensAWindowOnAThread() throws Exception {
        FxToolkit.registerPrimaryStage();
        chat.tell(FakeChat.withBob(0, false, FakeChat.lines(1, BEFORE)));
        FxToolkit.setupFixture(() -> {
            thread = new ChatViewModel(chat, FxThread.executor(), Threads.AT_ONE).thread();
            stage = new Stage();
            stage.setScene(new Scene(new ThreadView(thread), 700, 700));
            new Theme(ThemeChoice.LIGHT).dress(stage.getScene());
            stage.show();
            thread.open("c-bob");
        });
        isInView(FakeChat.bobs(BEFORE, "from Bob " + BEFORE));
    }

    @AfterEach
    void closesIt() throws Exception {
        FxToolkit.setupFixture(() -> stage.close());
    }

    @Test
    void colourlessRegionsAreNotPainted() throws Exception {
        onFx(() -> {
            Set<Node> cells = stage.getScene().getRoot().lookupAll(".thread-cell");
            assertTrue(cells.size() > 1);
            cells.forEach(MessageCostTest::paintsNothing);
            paintsNothing(list());
            return true;
        });
    }

    @Test
    void tickChangesInTheExistingBubble() throws Exception {
        ALine said = ALine.mine(BEFORE + 1, "on its way");
        show(ALine.mine(BEFORE + 1, "on its way").onItsWay().build());
        Node bubble = bubbleOf(said.build());
        assertEquals("mdi2c-clock-outline", tick(bubble).getIconLiteral());
        show(said.status(DeliveryStatus.STORED).build());
        show(said.status(DeliveryStatus.DELIVERED).build());
        assertEquals("mdi2c-check-all", tick(bubble).getIconLiteral());
        show(said.status(DeliveryStatus.READ).build());
        assertTrue(tick(bubble).getStyleClass().contains("tick-read"));
        assertSame(bubble, bubbleOf(said.build()));
        assertTrue(onFx(() -> cellOf(said.build()).getAccessibleText().endsWith(", read")));
    }

    @Test
    void messageUnderTheMouseOffersItsMenuOnceStored() throws Exception {
        ALine said = ALine.mine(BEFORE + 1, "on its way");
        show(ALine.mine(BEFORE + 1, "on its way").onItsWay().build());
        Node bubble = bubbleOf(said.build());
        new FxRobot().moveTo(bubble);
        waitFor(bubble::isHover);
        assertNull(bubble.lookup(".bubble-menu"));
        show(said.build());
        assertSame(bubble, bubbleOf(said.build()));
        waitFor(() -> bubble.lookup(".bubble-menu") != null);
    }

    @Test
    void otherChangesDrawTheRowAgain() throws Exception {
        ALine said = ALine.mine(BEFORE + 1, "on its way").onItsWay();
        show(said.build());
        Node bubble = bubbleOf(said.build());
        show(ALine.mine(BEFORE + 1, "on its way").refused("Too much.").build());
        assertNotSame(bubble, bubbleOf(said.build()));
        assertEquals("Too much.", onFx(() -> ((Label) bubbleOf(said.build()).lookup(".bubble-refusal")).getText()));
    }

    @Test
    void unchangedConversationIsNotStyledAgain() throws Exception {
        onFx(() -> {
            ConversationRowView row = new ConversationRowView();
            ListRow.Conversation told = new ListRow.Conversation(
                    "c-bob",
                    Face.named("Bob"),
                    new Preview(Preview.Kind.TEXT, Tick.DELIVERED, "", "well"),
                    "12:00",
                    0,
                    new ListRow.Keeping(false, false, false),
                    true);
            row.show(told);
            AtomicInteger styled = new AtomicInteger();
            row.lookupAll("*")
                    .forEach(node -> node.getStyleClass()
                            .addListener((ListChangeListener<String>) change -> styled.incrementAndGet()));
            row.show(told);
            assertEquals(0, styled.get());
            return true;
        });
    }

    private static void paintsNothing(Node node) {
        assertNull(((Region) node).getBackground());
        assertNull(((Region) node).getBorder());
    }

    private static FontIcon tick(Node bubble) throws Exception {
        return onFx(() -> (FontIcon) bubble.lookup(".tick"));
    }

    /** Shows a message after the earlier ones. */
    private void show(MessageView line) throws Exception {
        chat.tell(FakeChat.withBob(
                0,
                false,
                Stream.concat(Stream.of(FakeChat.lines(1, BEFORE)), Stream.of(line))
                        .toArray(MessageView[]::new)));
        isInView(line);
    }

    private void isInView(MessageView line) throws Exception {
        waitFor(() -> {
            ThreadCell cell = cellOf(line);
            return cell != null
                    && ((ThreadRow.Bubble) cell.getItem()).foot().tick() == Tick.of(line)
                    && cell.getBoundsInParent().getMaxY() <= list().getHeight() + 1;
        });
    }

    private Node bubbleOf(MessageView line) throws Exception {
        return onFx(() -> cellOf(line).getGraphic());
    }

    /** Returns the cell of a message; null if it is not in view. On the JavaFX thread only. */
    private ThreadCell cellOf(MessageView line) {
        return list().lookupAll(".thread-cell").stream()
                .map(ThreadCell.class::cast)
                .filter(cell -> cell.isVisible()
                        && cell.getItem() != null
                        && cell.getItem().key().equals(line.clientMessageId()))
                .findFirst()
                .orElse(null);
    }

    private ListView<?> list() {
        return (ListView<?>) stage.getScene().lookup("#message-list");
    }

    private static void waitFor(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(Deadlines.seconds(30), TimeUnit.SECONDS, () -> onFx(condition));
    }

    private static <T> T onFx(Callable<T> question) throws Exception {
        return WaitForAsyncUtils.waitFor(Deadlines.seconds(30), TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(question));
    }
}
