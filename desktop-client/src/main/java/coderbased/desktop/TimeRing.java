package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/**
 * A ring that empties clockwise, the seconds left in its middle.
 *
 * <p>What changes is not managed by the layout around it: a step draws the ring and nothing else.
 */
final class TimeRing extends StackPane {

    private static final double RADIUS = 20;
    private static final double MIDDLE = RADIUS + 3;
    private static final double TOP_DEGREES = 90;
    private static final double FULL_DEGREES = 360;

    TimeRing(ObservableDoubleValue fraction, ObservableIntegerValue seconds) {
        getStyleClass().add("time-ring");
        Circle track = new Circle(MIDDLE, MIDDLE, RADIUS);
        track.getStyleClass().add("time-ring-track");
        Arc arc = new Arc(MIDDLE, MIDDLE, RADIUS, RADIUS, TOP_DEGREES, FULL_DEGREES);
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().add("time-ring-arc");
        fraction.subscribe(left -> arc.setLength(FULL_DEGREES * left.doubleValue()));
        Label count = new Label();
        count.getStyleClass().add("time-ring-seconds");
        seconds.subscribe(left -> {
            count.setText(left.toString());
            setAccessibleText(MESSAGES.text("guest.secondsLeft", "count", left));
        });
        Pane ring = new Pane(track, arc);
        ring.setMinSize(2 * MIDDLE, 2 * MIDDLE);
        ring.setMaxSize(2 * MIDDLE, 2 * MIDDLE);
        track.setManaged(false);
        arc.setManaged(false);
        count.setManaged(false);
        count.setAlignment(Pos.CENTER);
        count.resize(2 * MIDDLE, 2 * MIDDLE);
        getChildren().addAll(ring, count);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }
}
