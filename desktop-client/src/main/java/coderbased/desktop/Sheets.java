package coderbased.desktop;

import atlantafx.base.controls.ModalPane;
import coderbased.fx.Focus;
import coderbased.fx.people.SheetPlace;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Shows one sheet at a time over the window. Escape and a click beside it close it; the keyboard stays inside. */
final class Sheets extends ModalPane implements SheetPlace {

    private @Nullable Node returnTo;

    Sheets() {
        setId("sheets");
        setFocusTraversable(false); // the keyboard belongs into the sheet
        setInTransitionFactory(null);
        setOutTransitionFactory(null);
        visibleProperty().bind(displayProperty());
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::keepInside);
            }
        });
        displayProperty().subscribe(shown -> {
            if (!shown && returnTo != null) {
                returnTo.requestFocus();
                returnTo = null;
            }
        });
    }

    @Override
    public void open(Node sheet, Node first) {
        Scene scene = getScene();
        if (!isDisplay()) {
            returnTo = scene == null ? null : scene.getFocusOwner();
        }
        show(sheet);
        Focus.on(first);
    }

    @Override
    public void close() {
        hide();
    }

    private void keepInside(@Nullable Node owner) {
        Node sheet = getContent();
        if (isDisplay() && sheet != null && owner != null && !isInside(owner)) {
            sheet.lookupAll("*").stream()
                    .filter(Node::isFocusTraversable)
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private boolean isInside(Node node) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent == this) {
                return true;
            }
        }
        return false;
    }
}
