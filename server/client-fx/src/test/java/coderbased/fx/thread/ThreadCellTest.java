package coderbased.fx.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.Layouts;
import coderbased.fx.Theme;
import coderbased.fx.ThemeChoice;
import coderbased.fx.Tick;
import coderbased.testing.Deadlines;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Cost of a row in a real list. */
class ThreadCellTest {

    private static final int ROWS = 24;
    private static final String LONG = "so long that it is folded ".repeat(60);

    /** Number of times a long text was drawn: it asks each time if it is folded. */
    private final AtomicInteger drawn = new AtomicInteger();

    private final ObservableList<ThreadRow> rows = FXCollections.observableArrayList();
    private final RowHeights heights = new RowHeights();
    private ListView<ThreadRow> list;
    private Stage stage;

    @BeforeEach
    void opensAWindowOnAList() throws Exception {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            IntStream.range(0, ROWS).forEach(i -> rows.add(longRow(i)));
            list = new ListView<>();
            new ThreadScroll(list, rows, () -> false, new ThreadScroll.Ends() {
                @Override
                public void nearFirst() {}

                @Override
                public void nearLast() {}

                @Override
                public void lastShown(@Nullable String key) {}
            });
            list.setCellFactory(
                    view -> new ThreadCell(list.widthProperty(), new SimpleStringProperty(""), heights, commands()));
            stage = new Stage();
            stage.setScene(new Scene(list, 800, 900));
            new Theme(ThemeChoice.LIGHT).dress(stage.getScene());
            stage.show();
        });
        isShown(ROWS - 1);
    }

    @AfterEach
    void closesIt() throws Exception {
        FxToolkit.setupFixture(() -> stage.close());
    }

    @Test
    void newRowIsDrawnAlone() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(Deadlines.millis(30_000), () -> rows.add(longRow(ROWS)));
        isShown(ROWS);
        Layouts.pass(stage.getScene()); // by now the list has measured the rows around the end
        assertTrue(drawn.getAndSet(0) > 4);
        WaitForAsyncUtils.waitForAsyncFx(Deadlines.millis(30_000), () -> rows.add(longRow(ROWS + 1)));
        isShown(ROWS + 1);
        assertTrue(drawn.get() >= 1 && drawn.get() <= 3, "drawn " + drawn.get() + " times");
    }

    @Test
    void hiddenCellIsNotDrawn() {
        WaitForAsyncUtils.waitForAsyncFx(Deadlines.millis(30_000), () -> {
            ThreadRow row = longRow(0);
            heights.remember(row, 400, 77);
            drawn.set(0);
            ThreadCell cell = new ThreadCell(list.widthProperty(), new SimpleStringProperty(""), heights, commands());
            cell.setVisible(false);
            cell.updateItem(row, false);
            assertEquals(77, cell.prefHeight(400));
            assertEquals(0, drawn.get());
            cell.setVisible(true);
            assertEquals(1, drawn.get());
            cell.setVisible(false);
            cell.setVisible(true);
            assertEquals(1, drawn.get());
            cell.redraw();
            assertEquals(2, drawn.get());
            assertTrue(cell.prefHeight(400) != 77);
            return true;
        });
    }

    private void isShown(int number) throws Exception {
        WaitForAsyncUtils.waitFor(
                Deadlines.seconds(30),
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(
                        Deadlines.millis(30_000),
                        () -> list.lookupAll(".thread-cell").stream()
                                .map(ThreadCell.class::cast)
                                .anyMatch(cell -> cell.isVisible()
                                        && rows.get(number).equals(cell.getItem())
                                        && cell.getBoundsInParent().getMaxY() <= list.getHeight() + 1)));
    }

    private static ThreadRow longRow(int number) {
        return new ThreadRow.Bubble(
                "row-" + number,
                number + 1,
                false,
                true,
                null,
                new ThreadRow.Words(number + " " + LONG),
                null,
                false,
                List.of(),
                new ThreadRow.Foot("12:00", false, Tick.NONE, null));
    }

    private BubbleCommands commands() {
        return (BubbleCommands) Proxy.newProxyInstance(
                BubbleCommands.class.getClassLoader(), new Class<?>[] {BubbleCommands.class}, (_, method, _) -> {
                    if (method.getReturnType() == TextSelection.class) {
                        return new TextSelection(List.of());
                    }
                    drawn.incrementAndGet();
                    return method.getReturnType() == boolean.class ? false : null;
                });
    }
}
