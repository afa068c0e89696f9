package coderbased.fx.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.client.chat.MessageView;
import coderbased.fx.AConversation;
import coderbased.fx.ALine;
import coderbased.fx.FakeChat;
import coderbased.fx.FxThread;
import coderbased.fx.Layouts;
import coderbased.fx.Theme;
import coderbased.fx.ThemeChoice;
import coderbased.fx.chat.ChatViewModel;
import coderbased.protocol.Body;
import coderbased.testing.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Boxes of rows in a small window, in each frame, while the view jumps and the window changes its width. */
class JumpBoxesTest {

    private static final double SLACK = 1;

    private final FakeChat chat = new FakeChat();
    private final List<String> wrong = new ArrayList<>();
    private ThreadViewModel thread;
    private Stage stage;
    private String step = "opening";

    @BeforeEach
    void opensASmallWindow() throws Exception {
        FxToolkit.registerPrimaryStage();
        chat.tell(AConversation.withBob().lines(lines(1, 120)).unread(15).build());
        FxToolkit.setupFixture(() -> {
            Clock clock = Clock.fixed(FakeChat.NOON.plus(Duration.ofHours(4)), ZoneOffset.UTC);
            thread = new ChatViewModel(chat, FxThread.executor(), clock).thread();
            stage = new Stage();
            stage.setScene(new Scene(new ThreadView(thread), 360, 420));
            new Theme(ThemeChoice.LIGHT).dress(stage.getScene());
            stage.show();
        });
    }

    @AfterEach
    void closesIt() throws Exception {
        FxToolkit.setupFixture(() -> stage.close());
    }

    @Test
    void rowsAreAsHighAsTheirContentInEachFrame() throws Exception {
        onFx(() -> {
            thread.open("c-bob");
            stage.getScene().addPostLayoutPulseListener(this::look);
            return true;
        });
        settle("unread line");
        for (double width : new double[] {360, 420, 361}) {
            onFx(() -> {
                stage.setWidth(width);
                return true;
            });
            settle("width " + width);
            onFx(() -> {
                thread.window().toNewest();
                return true;
            });
            settle("newest at " + width);
            for (int seq : new int[] {3, 59}) {
                onFx(() -> {
                    thread.jumpTo(seq);
                    return true;
                });
                settle("jump to " + seq + " at " + width);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private void settle(String name) throws Exception {
        onFx(() -> {
            step = name;
            return true;
        });
        Layouts.pass(stage.getScene());
    }

    /** Each row is as high as its content, so that no content reaches into the next row. */
    private void look() {
        for (Node node : stage.getScene().getRoot().lookupAll(".thread-cell")) {
            ThreadCell cell = (ThreadCell) node;
            if (!cell.isVisible() || cell.getItem() == null) {
                continue;
            }
            double content = cell.getGraphic().getLayoutBounds().getHeight();
            if (Math.abs(cell.getHeight() - content) > SLACK) {
                wrong.add(step + ": row " + cell.getIndex() + " of " + cell.getHeight() + " with " + content);
            }
        }
    }

    private static MessageView[] lines(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(JumpBoxesTest::line).toArray(MessageView[]::new);
    }

    private static MessageView line(int seq) {
        if (seq % 4 == 0) {
            Body.Preview preview = new Body.Preview(600, 500 + seq, "");
            return ALine.bobs(seq, "")
                    .body(new Body.File("0".repeat(64), "a.jpg", "image/jpeg", 1, preview, ""))
                    .build();
        }
        String text = "word ".repeat(1 + seq * 7 % 40) + seq;
        ALine line = seq % 3 == 0 ? ALine.mine(seq, text) : ALine.bobs(seq, text);
        if (seq % 5 == 0) {
            line.answers(ALine.bobs(1, "a question of some length that was asked long ago")
                    .build());
        }
        if (seq % 7 == 0) {
            line.reaction("👍", true, "Ada", "Bob");
        }
        return line.build();
    }

    private static <T> T onFx(Callable<T> question) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(Deadlines.millis(30_000), question);
    }
}
