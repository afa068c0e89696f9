package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertSame;

import coderbased.testing.Deadlines;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The keyboard after its owner has left the window. */
class FocusKeeperTest {

    private Button undo;
    private Button other;
    private TextField search;
    private TextArea composer;
    private VBox page;
    private Stage stage;

    @BeforeEach
    void undoHasTheFocus() throws Exception {
        FxToolkit.registerPrimaryStage();
        onFx(() -> {
            undo = new Button("Undo");
            other = new Button("Other");
            search = new TextField();
            composer = new TextArea();
            page = new VBox(other, undo, search, composer);
            stage = new Stage();
            stage.setScene(new Scene(page, 300, 300));
            FocusKeeper.watch(stage.getScene());
            stage.show();
            undo.requestFocus();
            return null;
        });
    }

    @AfterEach
    void closes() {
        onFx(() -> {
            stage.close();
            return null;
        });
    }

    @Test
    void textOfAMessageComesFirst() throws Exception {
        assertGoesTo(composer, undo);
    }

    @Test
    void fieldComesBeforeAButton() throws Exception {
        assertGoesTo(search, undo, composer);
    }

    @Test
    void buttonTakesTheKeysWhereThereIsNoField() throws Exception {
        search.setVisible(false);
        composer.setDisable(true);
        assertGoesTo(other, undo);
    }

    private void assertGoesTo(Node expected, Node... removed) throws Exception {
        onFx(() -> page.getChildren().removeAll(removed));
        WaitForAsyncUtils.waitFor(
                Deadlines.seconds(20),
                TimeUnit.SECONDS,
                () -> onFx(() -> stage.getScene().getFocusOwner() == expected));
        assertSame(expected, onFx(() -> stage.getScene().getFocusOwner()));
    }

    private static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(Deadlines.millis(20_000), task);
    }
}
