package coderbased.desktop;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Panes that scroll only where a window is too small for their content. */
final class Scrolls {

    private Scrolls() {}

    /** Returns a pane for a whole screen. */
    static ScrollPane screen(Node content) {
        ScrollPane scroll = pane(content);
        scroll.setFitToHeight(true);
        return scroll;
    }

    /** Returns banners one above the other. They take up to half of the window. */
    static ScrollPane banners(Region window, Node... banners) {
        ScrollPane scroll = pane(new VBox(banners));
        scroll.setMinHeight(0);
        scroll.maxHeightProperty().bind(window.heightProperty().divide(2));
        return scroll;
    }

    private static ScrollPane pane(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.getStyleClass().addAll("plain-scroll", "edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        return scroll;
    }
}
