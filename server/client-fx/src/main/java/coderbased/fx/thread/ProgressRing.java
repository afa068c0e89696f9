package coderbased.fx.thread;

import coderbased.fx.Icons;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/** Progress as a ring around the cancel icon. */
final class ProgressRing extends StackPane {

    private static final double RADIUS = 15;
    private static final double MIN_SHARE = 0.03;
    private static final double FULL_DEGREES = 360;
    private static final double TOP_DEGREES = 90;

    private final double share;

    /** @param share from 0 to 1 */
    ProgressRing(double share) {
        this.share = share;
        Circle track = new Circle(RADIUS);
        track.getStyleClass().add("ring-track");
        Arc arc = new Arc(0, 0, RADIUS, RADIUS, TOP_DEGREES, -FULL_DEGREES * Math.max(MIN_SHARE, share));
        arc.getStyleClass().add("ring-arc");
        StackPane turned = new StackPane(track, new javafx.scene.Group(hold(), arc));
        getChildren().addAll(turned, Icons.icon("mdi2c-close", "ring-sign"));
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    }

    /**
     * Returns an invisible circle that keeps the group as wide as the whole ring, so that a short arc stays in place.
     */
    private static Circle hold() {
        Circle hold = new Circle(RADIUS);
        hold.getStyleClass().add("ring-hold");
        return hold;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.VALUE
                ? Double.valueOf(share)
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
