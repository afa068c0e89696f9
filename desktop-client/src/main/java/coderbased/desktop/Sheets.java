package coderbased.desktop;

import atlantafx.base.controls.ModalPane;
import coderbased.fx.FocusScope;
import coderbased.fx.people.SheetHost;
import javafx.scene.Node;

/** Shows one sheet at a time over the window. Escape and a click beside it close it; the keyboard stays inside. */
final class Sheets extends ModalPane implements SheetHost {

    private final FocusScope scope = new FocusScope(this);

    Sheets() {
        setId(DesktopIds.SHEETS);
        setFocusTraversable(false); // the keyboard belongs into the sheet
        setInTransitionFactory(null);
        setOutTransitionFactory(null);
        visibleProperty().bind(displayProperty());
        displayProperty().subscribe(shown -> {
            if (!shown) {
                scope.close();
            }
        });
    }

    @Override
    public void open(Node sheet, Node first) {
        show(sheet);
        scope.open(first);
    }

    @Override
    public void close() {
        hide();
    }
}
