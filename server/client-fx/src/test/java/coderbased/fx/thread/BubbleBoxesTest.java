package coderbased.fx.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.FileKind;
import coderbased.fx.Theme;
import coderbased.fx.ThemeChoice;
import coderbased.fx.Tick;
import coderbased.fx.thread.ThreadRow.Bubble;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Boxes of the parts of a bubble in a real window, over texts, widths, scales and marks. */
class BubbleBoxesTest {

    private static final List<String> TEXTS = List.of(
            "Hi",
            "今天晚上我们一起去湖边看日落然后再去吃饭好不好我已经订好了位子你们几点可以到",
            "今天晚上我们一起去",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsordnung",
            "https://example.org/a/very/long/path/without/any/place/to/break/anywhere/at/all/index.html",
            "A sentence of common words that wraps somewhere, and ends where it likes to end",
            "one\ntwo and a little more\nthree",
            "ends with a new line\n",
            "👍🏽",
            "Emoji in the middle 🚀 and at the end 🎉",
            "שלום לכולם, נפגשים היום ליד האגם בשעה שבע",
            "مرحبا بكم جميعا سنلتقي اليوم عند البحيرة",
            "Mixed: hello שלום and مرحبا in one line",
            "ああああああああああああああああああああああああああああああ!");
    private static final List<Tick> TICKS = List.of(Tick.NONE, Tick.READ);
    private static final double[] SCALES = {1, 1.25};
    private static final double[] WIDTHS = {180, 230, 307, 384, 480, 577, 801};

    private Stage stage;

    @BeforeEach
    void opensAWindow() throws Exception {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            stage = new Stage();
            stage.setScene(new Scene(new Pane(), 1000, 600));
            new Theme(ThemeChoice.LIGHT).dress(stage.getScene());
            stage.show();
        });
    }

    @AfterEach
    void closesIt() throws Exception {
        FxToolkit.setupFixture(() -> stage.close());
    }

    @Test
    void timeNeverCoversTheText() {
        List<String> covered = new ArrayList<>();
        for (double scale : SCALES) {
            for (double width : WIDTHS) {
                onFx(() -> {
                    stage.setRenderScaleX(scale);
                    stage.setRenderScaleY(scale);
                    for (Bubble bubble : bubbles()) {
                        lookAt(laidOut(bubble, width), bubble + " at " + width + " x" + scale, covered);
                    }
                });
            }
        }
        assertEquals(List.of(), covered);
    }

    @Test
    void reactionsLeaveTheBubbleAsItWas() {
        onFx(() -> {
            for (double width : WIDTHS) {
                for (String text : TEXTS) {
                    Bounds plain = box(laidOut(bubble(text, false, Tick.READ, List.of()), width));
                    Bounds liked = box(laidOut(bubble(text, false, Tick.READ, reactions(1)), width));
                    Bounds loved = box(laidOut(bubble(text, false, Tick.READ, reactions(9)), width));
                    assertEquals(plain.getWidth(), liked.getWidth(), text + " at " + width);
                    assertEquals(plain.getMaxX(), liked.getMaxX(), text + " at " + width);
                    assertEquals(plain.getWidth(), loved.getWidth(), text + " at " + width);
                }
            }
        });
    }

    @Test
    void shortTextSharesItsLineWithTheTime() {
        onFx(() -> {
            Bounds one = box(laidOut(bubble("Hi", false, Tick.READ, List.of()), 600));
            Bounds two = box(laidOut(bubble("Hi\nyou", false, Tick.READ, List.of()), 600));
            assertTrue(one.getHeight() < two.getHeight(), "time on the only line");
            assertTrue(two.getHeight() < one.getHeight() * 2, "time on the last line");
            assertTrue(one.getWidth() < 120, "as wide as its content: " + one.getWidth());
        });
    }

    private List<Bubble> bubbles() {
        List<Bubble> all = new ArrayList<>();
        for (String text : TEXTS) {
            for (Tick tick : TICKS) {
                all.add(bubble(text, false, tick, List.of()));
                all.add(bubble(text, true, tick, reactions(3)));
            }
        }
        all.add(bubble(new ThreadRow.Gone(), true, Tick.READ, List.of()));
        for (String name : TEXTS) {
            all.add(bubble(
                    new ThreadRow.File(name.strip(), "999.9 MB", FileKind.of(name), null, "", null, null),
                    true,
                    Tick.READ,
                    List.of()));
        }
        return all;
    }

    private static Bubble bubble(String text, boolean edited, Tick tick, List<ThreadRow.Reaction> reactions) {
        return bubble(new ThreadRow.Words(text), edited, tick, reactions);
    }

    private static Bubble bubble(
            ThreadRow.Content said, boolean edited, Tick tick, List<ThreadRow.Reaction> reactions) {
        ThreadRow.Foot foot = new ThreadRow.Foot("12:44 PM", edited, tick, null);
        return new Bubble("key", 1, tick != Tick.NONE, true, null, said, null, false, reactions, foot);
    }

    private static List<ThreadRow.Reaction> reactions(int number) {
        return Stream.of("👍", "🎉", "🚀", "😀", "❤️", "😮", "😢", "🙏", "🔥")
                .limit(number)
                .map(emoji -> new ThreadRow.Reaction(emoji, List.of("Bob", "Eve"), false))
                .toList();
    }

    /** Shows a bubble as the only row of a list that is that many pixels wide. */
    private ThreadCell laidOut(Bubble bubble, double width) {
        ThreadCell cell = new ThreadCell(
                new SimpleDoubleProperty(width), new SimpleStringProperty(), new RowHeights(), commands());
        ((Pane) stage.getScene().getRoot()).getChildren().setAll(cell);
        cell.updateItem(bubble, false);
        cell.applyCss();
        cell.resize(width, cell.prefHeight(width));
        cell.layout();
        return cell;
    }

    private static BubbleCommands commands() {
        return (BubbleCommands) Proxy.newProxyInstance(
                BubbleBoxesTest.class.getClassLoader(), new Class<?>[] {BubbleCommands.class}, (_, method, _) -> {
                    if (method.getReturnType() == TextSelection.class) {
                        return new TextSelection(List.of());
                    }
                    assertEquals("unfolded", method.getName());
                    return false;
                });
    }

    private static Bounds box(ThreadCell cell) {
        Node box = cell.lookup(".bubble");
        return box.localToScene(box.getLayoutBounds());
    }

    private static void lookAt(ThreadCell cell, String what, List<String> covered) {
        Node foot = cell.lookup(".bubble-corner");
        Bounds time = foot.localToScene(foot.getLayoutBounds());
        List<Bounds> words = new ArrayList<>();
        collect(cell.lookup(".bubble"), foot, words);
        assertFalse(words.isEmpty(), what);
        if (words.stream().anyMatch(word -> overlap(word, time))) {
            covered.add(what + ": the time covers the text");
        }
        if (words.stream().anyMatch(word -> word.getMaxX() > box(cell).getMaxX() + 1)) {
            covered.add(what + ": the text leaves the bubble");
        }
        if (time.getMaxX() > box(cell).getMaxX() || time.getMaxY() > box(cell).getMaxY()) {
            covered.add(what + ": the time leaves the bubble");
        }
        if (cell.getHeight() + 0.5 < box(cell).getMaxY()) {
            covered.add(what + ": the bubble leaves its row");
        }
    }

    private static boolean overlap(Bounds word, Bounds time) {
        return word.getMinX() < time.getMaxX() - 0.5
                && time.getMinX() < word.getMaxX() - 0.5
                && word.getMinY() < time.getMaxY() - 3
                && time.getMinY() + 3 < word.getMaxY();
    }

    /** Collects the boxes of all lines of text outside the foot. */
    private static void collect(Node node, Node foot, List<Bounds> words) {
        if (node == foot) {
            return;
        }
        if (node instanceof TextFlow flow) {
            flow.getLayoutInfo().getTextLines(false).stream()
                    .map(line -> line.bounds())
                    .filter(line -> line.getWidth() > 0)
                    .map(BubbleBoxesTest::bounds)
                    .map(flow::localToScene)
                    .forEach(words::add);
        } else if (node instanceof Text text) {
            words.add(text.localToScene(text.getLayoutBounds()));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, foot, words));
        }
    }

    private static Bounds bounds(Rectangle2D line) {
        return new BoundingBox(line.getMinX(), line.getMinY(), line.getWidth(), line.getHeight());
    }

    private static void onFx(Runnable looking) {
        WaitForAsyncUtils.waitForAsyncFx(120_000, looking);
    }
}
