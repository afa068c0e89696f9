package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.testing.Deadlines;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Keyboard focus right after a field is shown. */
class FocusTest {

    @Test
    void fieldTakesKeysInItsFirstFrame() throws Exception {
        FxToolkit.registerPrimaryStage();
        String typed = WaitForAsyncUtils.waitForAsyncFx(Deadlines.millis(20_000), () -> {
            StackPane window = new StackPane();
            Stage stage = new Stage();
            stage.setScene(new Scene(window, 200, 100));
            stage.show();
            TextField field = new TextField();
            window.getChildren().add(field);
            Focus.on(field);
            Event.fireEvent(
                    stage.getScene().getFocusOwner(),
                    new KeyEvent(KeyEvent.KEY_TYPED, "7", "", KeyCode.UNDEFINED, false, false, false, false));
            stage.close();
            return field.getText();
        });
        assertEquals("7", typed);
    }
}
