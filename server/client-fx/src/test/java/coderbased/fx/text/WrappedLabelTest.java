package coderbased.fx.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.Deadlines;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Boxes of labels with emoji and with text from right to left. */
class WrappedLabelTest {

    private static final double WIDTH = 150;
    private static final String ARABIC = "عمر عبد الرحمن الطويل جدا من مدينة بعيدة";

    @BeforeAll
    static void startJavaFx() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ARABIC,
                ARABIC + " 🌙",
                "🦊 Fox of the long and winding road to nowhere at all 🌲",
                "🏔 山歩きの会へようこそ明日の朝九時に駅で会いましょう",
                "You added עומר 🌙 and many others to this very long sentence"
            })
    void textIsWrappedAndNeverCut(String text) {
        onFx(() -> {
            Label label = new WrappedLabel(text);
            List<Node> drawn = laidOut(label);
            assertTrue(label.getHeight() > 2 * label.getFont().getSize() * 1.1, "height " + label.getHeight());
            for (Node node : drawn) {
                Bounds box = label.sceneToLocal(node.localToScene(node.getLayoutBounds()));
                assertTrue(
                        box.getMinX() >= -1
                                && box.getMaxX() <= WIDTH + 1
                                && box.getMinY() >= -1
                                && box.getMaxY() <= label.getHeight() + 1,
                        node + " at " + box);
            }
            assertEquals(text, label.getText(), "a screen reader reads it");
            return drawn;
        });
    }

    @Test
    void changedTextIsDrawnAnew() {
        onFx(() -> {
            Label label = new WrappedLabel("Rose 🌹");
            assertEquals(1, pictures(laidOut(label)));
            label.setText("Rose");
            assertEquals(0, pictures(laidOut(label)));
            return label;
        });
    }

    @Test
    void lineEndsInDotsWhereThereIsTooLittleRoom() {
        onFx(() -> {
            Label label = new Label();
            EmojiWords.show(label, "Bob, 🦊 Fox, 🌲 Tree, 🌹 Rose and all the others");
            List<Node> drawn = laidOut(label);
            String last = drawn.stream()
                    .filter(Text.class::isInstance)
                    .map(node -> ((Text) node).getText())
                    .toList()
                    .getLast();
            assertTrue(last.endsWith("...") || last.endsWith("…"), last);
            double end = drawn.stream()
                    .mapToDouble(node -> label.sceneToLocal(node.localToScene(node.getLayoutBounds()))
                            .getMaxX())
                    .max()
                    .orElseThrow();
            assertTrue(end <= WIDTH + 1, "ends at " + end);
            return label;
        });
    }

    @Test
    void emojiBehindWordsFromTheRightIsOnTheirLeft() {
        onFx(() -> {
            Label label = new Label();
            EmojiWords.show(label, "עומר 🌙");
            List<Node> drawn = laidOut(label);
            double words = left(drawn, Text.class);
            double moon = left(drawn, ImageView.class);
            assertTrue(moon < words, "emoji at " + moon + ", words at " + words);
            return label;
        });
    }

    private static double left(List<Node> drawn, Class<? extends Node> kind) {
        Node node = drawn.stream().filter(kind::isInstance).findFirst().orElseThrow();
        return node.localToScene(node.getLayoutBounds()).getMinX();
    }

    private static long pictures(List<Node> drawn) {
        return drawn.stream().filter(ImageView.class::isInstance).count();
    }

    /** Lays a label out at the width; returns the visible texts and pictures in it. */
    private static List<Node> laidOut(Label label) {
        Scene scene = label.getScene() == null ? new Scene(new Group(label)) : label.getScene();
        scene.getRoot().applyCss();
        label.resize(WIDTH, label.prefHeight(WIDTH));
        label.layout();
        return leaves(label);
    }

    private static List<Node> leaves(Node node) {
        if (!node.isVisible()) {
            return List.of();
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(WrappedLabelTest::leaves)
                        .flatMap(List::stream)
                        .toList()
                : List.of(node);
    }

    private static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(Deadlines.millis(30_000), task);
    }
}
