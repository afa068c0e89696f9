package coderbased.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keyboard focus inside an overlay, cycling with the Tab key, and restores it afterwards. Used on the JavaFX
 * thread.
 */
public final class FocusScope {

    private final Parent inside;
    private @Nullable Node returnTo;
    private @Nullable Node last;
    private @Nullable Subscription watch;

    public FocusScope(Parent inside) {
        this.inside = inside;
    }

    /** Opens the scope and focuses {@code first}. If it is open already, only moves the focus. */
    public void open(Node first) {
        Scene scene = inside.getScene();
        Node before = scene.getFocusOwner();
        Focus.on(first);
        if (watch == null) {
            returnTo = before;
            inside.getProperties().put(FocusScope.class, this);
            watch = scene.focusOwnerProperty().subscribe(this::keepInside);
        }
    }

    /** Closes the scope and restores the previous focus. */
    public void close() {
        if (watch == null) {
            return;
        }
        watch.unsubscribe();
        watch = null;
        inside.getProperties().remove(FocusScope.class);
        if (returnTo != null) {
            returnTo.requestFocus();
            returnTo = null;
        }
    }

    private void keepInside(@Nullable Node owner) {
        if (owner == null) {
            return;
        }
        if (isInsideAScope(owner)) {
            last = owner;
            return;
        }
        List<Node> stops = new ArrayList<>();
        FocusKeeper.collect(inside, stops);
        if (!stops.isEmpty()) {
            Node turn = last == stops.getFirst() ? stops.getLast() : stops.getFirst();
            turn.requestFocus();
        }
    }

    /** True also inside a scope that was opened later: each leaves the other's focus alone. */
    private static boolean isInsideAScope(Node owner) {
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().containsKey(FocusScope.class)) {
                return true;
            }
        }
        return false;
    }
}
