package coderbased.fx.text;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** Labels and pictures in one line, which ends in dots where there is too little room. */
final class DottedLine extends Pane {

    private final List<Node> pieces;
    private final Label dots;

    DottedLine(List<Node> pieces, Label dots, NodeOrientation orientation) {
        this.pieces = pieces;
        this.dots = dots;
        setNodeOrientation(orientation);
        setMaxWidth(USE_PREF_SIZE);
        getChildren().addAll(pieces);
        getChildren().add(dots);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return pieces.stream().mapToDouble(DottedLine::width).sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return pieces.stream().mapToDouble(piece -> piece.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        boolean whole = prefWidth(-1) <= getWidth();
        double room = whole ? getWidth() : getWidth() - width(dots);
        dots.setVisible(false);
        double x = 0;
        boolean full = false;
        for (Node piece : pieces) {
            boolean fits = !full && x + width(piece) <= room;
            if (!fits && !full) {
                full = true;
                piece.setVisible(piece instanceof Label);
                dots.setVisible(!piece.isVisible());
                double rest = getWidth() - x;
                place(dots, x, rest);
                place(piece, x, Math.min(rest, width(piece) - 1)); // cuts it, so that it ends in dots
            } else {
                piece.setVisible(fits);
                place(piece, x, width(piece));
            }
            x += width(piece);
        }
    }

    private void place(Node piece, double x, double width) {
        double height = piece.prefHeight(-1);
        piece.resizeRelocate(x, snapPositionY((getHeight() - height) / 2), width, height);
    }

    private static double width(Node piece) {
        return Math.ceil(piece.prefWidth(-1));
    }
}
