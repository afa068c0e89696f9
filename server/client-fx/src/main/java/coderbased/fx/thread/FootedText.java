package coderbased.fx.thread;

import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.scene.text.LayoutInfo;
import javafx.scene.text.TextFlow;

/**
 * Text with a foot in its lower right corner.
 *
 * <p>Both share the last line if there is room for both; otherwise the foot gets a line of its own. Measured by the
 * lines that the text really has, because a text without a place to break fills its last line to the edge. Used on the
 * JavaFX thread.
 */
final class FootedText extends Region {

    private static final double GAP = 10;
    private static final double UNWRAPPED_WIDTH = 100_000;

    private final TextFlow text;
    private final BubbleFoot foot;

    FootedText(TextFlow text, BubbleFoot foot) {
        this.text = text;
        this.foot = foot;
        getChildren().addAll(text, foot);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(text.minWidth(-1), foot.prefWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(Math.max(text.prefWidth(-1), sharedWidth(UNWRAPPED_WIDTH)));
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? computePrefWidth(-1) : width;
        return snapSizeY(text.prefHeight(inner)) + (isShared(inner) ? 0 : snapSizeY(foot.prefHeight(-1)));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        text.resizeRelocate(0, 0, width, snapSizeY(text.prefHeight(width)));
        double footWidth = snapSizeX(foot.prefWidth(-1));
        double footHeight = snapSizeY(foot.prefHeight(-1));
        foot.resizeRelocate(width - footWidth, getHeight() - footHeight, footWidth, footHeight);
    }

    private boolean isShared(double width) {
        return sharedWidth(width) <= width;
    }

    /** Returns the width that the last line needs with the foot beside it, if the text is wrapped at a width. */
    private double sharedWidth(double wrapWidth) {
        text.resize(wrapWidth, text.prefHeight(wrapWidth));
        text.layout();
        LayoutInfo lines = text.getLayoutInfo();
        int last = lines.getTextLineCount() - 1;
        Rectangle2D line =
                last < 0 ? Rectangle2D.EMPTY : lines.getTextLine(last, false).bounds();
        return snapSizeX(line.getMaxX()) + GAP + snapSizeX(foot.prefWidth(-1));
    }
}
