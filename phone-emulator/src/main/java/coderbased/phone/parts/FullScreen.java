package coderbased.phone.parts;

import coderbased.fx.people.SheetHost;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** A sheet that takes the whole of the phone's screen. Escape closes it. */
public final class FullScreen extends Overlay implements SheetHost {

    public FullScreen() {
        super("full-screen");
        setId(PhoneIds.FULL_SCREEN);
    }

    @Override
    public void open(Node sheet, Node first) {
        if (sheet instanceof Region region) {
            region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        }
        getChildren().setAll(sheet);
        show(first);
    }

    @Override
    public void close() {
        getChildren().clear();
        super.close();
    }
}
