package coderbased.fx;

import javafx.scene.Node;

/** Where the next key goes. */
public final class Focus {

    private Focus() {}

    /**
     * The next key goes to that node, even in the frame it was put on the screen in: a field gets what it takes keys with
     * when it is styled, otherwise only at the next frame, and a key before that would be lost. On the JavaFX thread, with
     * the node in its window.
     */
    public static void on(Node node) {
        node.applyCss();
        node.requestFocus();
    }
}
