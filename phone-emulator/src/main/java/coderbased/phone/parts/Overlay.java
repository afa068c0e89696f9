package coderbased.phone.parts;

import coderbased.fx.FocusScope;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** Something over the screen that keeps the keyboard until it is closed. Escape closes it. */
abstract class Overlay extends StackPane {

    private final FocusScope scope = new FocusScope(this);

    Overlay(String styleClass) {
        getStyleClass().add(styleClass);
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
    }

    final void show(Node first) {
        setVisible(true);
        scope.open(first);
    }

    /** Closes it and gives the focus back. */
    public void close() {
        setVisible(false);
        scope.close();
    }
}
