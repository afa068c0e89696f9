package coderbased.phone.parts;

import coderbased.fx.FocusScope;
import coderbased.fx.people.SheetHost;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A sheet that takes the whole of the phone's screen. Escape closes it. */
public final class FullScreen extends StackPane implements SheetHost {

    private final FocusScope scope = new FocusScope(this);

    public FullScreen() {
        setId(PhoneIds.FULL_SCREEN);
        getStyleClass().add("full-screen");
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
    }

    @Override
    public void open(Node sheet, Node first) {
        if (sheet instanceof Region region) {
            region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        }
        getChildren().setAll(sheet);
        setVisible(true);
        scope.open(first);
    }

    @Override
    public void close() {
        setVisible(false);
        getChildren().clear();
        scope.close();
    }
}
