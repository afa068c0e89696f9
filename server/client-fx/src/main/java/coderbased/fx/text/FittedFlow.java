package coderbased.fx.text;

import javafx.scene.layout.FlowPane;

/** Nodes in rows, as wide as all of them in one row if there is room: a FlowPane alone asks for its wrap length. */
public class FittedFlow extends FlowPane {

    /** Makes an empty one. */
    public FittedFlow() {
        setMinWidth(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        double nodes = getManagedChildren().stream()
                .mapToDouble(node -> snapSizeX(node.prefWidth(-1)))
                .sum();
        double gaps = getHgap() * Math.max(0, getManagedChildren().size() - 1);
        return snappedLeftInset() + nodes + gaps + snappedRightInset();
    }
}
