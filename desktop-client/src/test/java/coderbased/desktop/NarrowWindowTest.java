package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.Chat;
import coderbased.fx.AConversation;
import coderbased.fx.ALine;
import coderbased.fx.FakeChat;
import coderbased.fx.ThemeChoice;
import coderbased.fx.program.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Boxes of the parts of a small window: nothing reaches out of it, and no line of text is cut through. */
class NarrowWindowTest {

    private static final double[] WIDTHS = {360, 529, 700};
    private static final String LONG =
            "Ada, this line goes on and on and on until the end of the world as we know it. ";

    @TempDir
    private Path folder;

    @Test
    void listOfChatsFitsIntoASmallWindow() throws Exception {
        SettingsFile store = new SettingsFile(folder.resolve("settings.properties"));
        try (TestWindow window = new TestWindow(ThemeChoice.LIGHT, 1000, 480, store)) {
            window.client.chat.tell(
                    AConversation.withBob().lines(ALine.bobs(1, LONG).build()).build(),
                    AConversation.group("g", LONG, FakeChat.BOB).build());
            for (String text : List.of(LONG, LONG + "👍🏽".repeat(9), "ada 今天晚上我们一起去湖边看日落".repeat(5), "ada")) {
                window.client.chat.hits.add(
                        new Chat.Hit("c-bob", ALine.bobs(1, text).build()));
            }
            window.tell(States.signedIn("The server cannot be reached."));
            for (double width : WIDTHS) {
                window.size(width, 480);
                assertEquals(
                        List.of(), TestWindow.onFx(() -> outside(window.scene().getRoot())), "at " + width);
            }
            TextField search = (TextField) window.node("#conversation-search");
            TestWindow.onFx(() -> {
                search.setText("ada");
                return true;
            });
            window.node(".found-row");
            for (double width : WIDTHS) {
                window.size(width, 700);
                assertWholeLines(window);
            }
        }
    }

    private static void assertWholeLines(TestWindow window) {
        TestWindow.onFx(() -> {
            for (Node words : window.scene().getRoot().lookupAll(".found-words")) {
                double end = words.getClip().getLayoutBounds().getMaxY();
                double room = words.getLayoutBounds().getHeight();
                List<Double> lines = ((TextFlow) words)
                        .getLayoutInfo().getTextLines(false).stream()
                                .map(line -> line.bounds().getMaxY())
                                .toList();
                double last = lines.get(Math.min(1, lines.size() - 1));
                assertEquals(last, end, "cut after a whole line of " + lines);
                assertTrue(end <= room + 1, end + " in " + room);
            }
            return true;
        });
    }

    /** Returns the nodes in view that reach over the upper edge or the sides. */
    private static List<String> outside(Node node) {
        if (!node.isVisible()) {
            return List.of();
        }
        Bounds box = node.localToScene(node.getLayoutBounds());
        if (box.getMinX() < -1
                || box.getMinY() < -1
                || box.getMaxX() > node.getScene().getWidth() + 1) {
            return List.of(node + " " + box);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> outside(child).stream())
                        .toList()
                : List.of();
    }
}
