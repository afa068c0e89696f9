package coderbased.fx;

import javafx.scene.Node;

/** Moves the keyboard focus. */
public final class Focus {

    private Focus() {}

    /**
     * Focuses a node so that the next key reaches it, even in the frame in which it was added. A field handles keys
     * only once it is styled, normally in the next frame; earlier keys would be lost. Used on the JavaFX thread, with
     * the node in its window.
     */
    public static void on(Node node) {
        node.applyCss();
        node.requestFocus();
    }
}
