package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.Line;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What a message costs until it is seen, in a real window: counted, not timed. */
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
    void whatHasNoColourIsNotPainted() throws Exception {
        onFx(() -> {
            Set<Node> cells = stage.getScene().getRoot().lookupAll(".thread-cell");
            assertTrue(cells.size() > 1);
            cells.forEach(MessageCostTest::paintsNothing);
            paintsNothing(stage.getScene().lookup("#message-list"));
            return true;
        });
    }

    private static void paintsNothing(Node node) {
        assertNull(((Region) node).getBackground());
        assertNull(((Region) node).getBorder());
    }

    private void isInView(Line line) throws Exception {
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> onFx(() -> {
                    ListView<?> list = (ListView<?>) stage.getScene().lookup("#message-list");
                    return list.lookupAll(".thread-cell").stream()
                            .map(ThreadCell.class::cast)
                            .anyMatch(cell -> cell.isVisible()
                                    && cell.getItem() != null
                                    && cell.getItem().key().equals(line.clientMessageId())
                                    && cell.getBoundsInParent().getMaxY() <= list.getHeight() + 1);
                }));
    }

    private static <T> T onFx(Callable<T> question) throws Exception {
        return WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(question));
    }
}
