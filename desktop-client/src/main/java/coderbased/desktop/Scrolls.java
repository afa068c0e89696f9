package coderbased.desktop;

import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Panes that scroll only where a window is too small for their content. */
final class Scrolls {

    private Scrolls() {}

    /** Returns a pane for a whole screen. */
    static ScrollPane screen(Node content) {
        ScrollPane scroll = styled(new ScrollPane(content));
        scroll.setFitToHeight(true);
        return scroll;
    }

    /**
     * Returns banners one above the other, as high as their wrapped words. They take up to half of the window, and
     * leave what is below as much as it needs.
     */
    static ScrollPane banners(Region window, Supplier<Node> below, Node... banners) {
        return styled(new Banners(window, below, new VBox(banners)));
    }

    private static ScrollPane styled(ScrollPane scroll) {
        scroll.getStyleClass().addAll("plain-scroll", "edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    /** A pane whose height follows from its width: a plain one asks for the height of words that do not wrap. */
    private static final class Banners extends ScrollPane {

        private static final double LEAST = 40;

        private final Region window;
        private final Supplier<Node> below;

        Banners(Region window, Supplier<Node> below, Node content) {
            super(content);
            this.window = window;
            this.below = below;
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computeMinHeight(double width) {
            return Math.min(LEAST, super.computePrefHeight(width));
        }

        @Override
        protected double computePrefHeight(double width) {
            double whole = window.getHeight();
            double room = Math.min(whole / 2, whole - below.get().minHeight(width));
            return Math.min(super.computePrefHeight(width), Math.max(LEAST, room));
        }
    }
}
