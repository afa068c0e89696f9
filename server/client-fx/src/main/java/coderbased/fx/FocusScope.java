package coderbased.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keyboard inside what lies over the rest of a window, round and round with the Tab key, and gives it back to
 * where it was afterwards. On the JavaFX thread.
 */
public final class FocusScope {

    private final Parent inside;
    private @Nullable Node returnTo;
    private @Nullable Node last;
    private @Nullable Subscription watch;

    public FocusScope(Parent inside) {
        this.inside = inside;
    }

    /** It lies in front now, in its window, and the next key goes to {@code first}; again while it does, that is all. */
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

    /** It no longer does. */
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
        collect(inside, stops);
        if (!stops.isEmpty()) {
            Node turn = last == stops.getFirst() ? stops.getLast() : stops.getFirst();
            turn.requestFocus();
        }
    }

    /** Also of another one that was opened later: each leaves the other's alone. */
    private static boolean isInsideAScope(Node owner) {
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().containsKey(FocusScope.class)) {
                return true;
            }
        }
        return false;
    }

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
    }
}
