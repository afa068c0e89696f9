package coderbased.fx;

import java.text.Bidi;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** One message: its bubble on the side it belongs to, time and tick in its lower corner. */
final class BubbleRow extends HBox {

    private static final double CHARACTER_WIDTH = 6.4;
    private static final double TICK_WIDTH = 20;
    private static final double GAP = 10;

    BubbleRow(ThreadRow.Bubble bubble, ObservableDoubleValue widest) {
        getStyleClass().add("bubble-row");
        setAlignment(bubble.mine() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        VBox box = new VBox();
        box.getStyleClass().addAll("bubble", bubble.mine() ? "mine" : "theirs");
        if (bubble.first()) {
            getStyleClass().add("first");
            box.getStyleClass().add("first");
        }
        box.maxWidthProperty().bind(widest);
        if (bubble.sender() != null) {
            box.getChildren().add(styled(new Label(bubble.sender()), "bubble-sender"));
        }
        box.getChildren().add(body(bubble));
        if (bubble.refusal() != null) {
            Label refusal = styled(new Label(bubble.refusal()), "bubble-refusal");
            refusal.setWrapText(true);
            box.getChildren().add(refusal);
        }
        getChildren().add(box);
    }

    /** The text flows around a gap as wide as time and tick, so that they share the last line where there is room. */
    private static StackPane body(ThreadRow.Bubble bubble) {
        Text text = new Text(bubble.text());
        text.getStyleClass().add("bubble-text");
        Region gap = new Region();
        gap.setMinWidth(cornerWidth(bubble));
        HBox corner = corner(bubble);
        StackPane.setAlignment(corner, Pos.BOTTOM_RIGHT);
        StackPane body = new StackPane(new TextFlow(text, gap), corner);
        if (!new Bidi(bubble.text(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()) {
            body.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
        return body;
    }

    private static HBox corner(ThreadRow.Bubble bubble) {
        HBox corner = new HBox(styled(new Label(bubble.time()), "bubble-time"));
        if (bubble.tick() != Tick.NONE) {
            corner.getChildren()
                    .add(Icons.icon(bubble.tick().icon(), "tick", ConversationCell.tickStyle(bubble.tick())));
        }
        corner.getStyleClass().add("bubble-corner");
        corner.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        corner.setMouseTransparent(true);
        return corner;
    }

    private static double cornerWidth(ThreadRow.Bubble bubble) {
        double tick = bubble.tick() == Tick.NONE ? 0 : TICK_WIDTH;
        return GAP + bubble.time().length() * CHARACTER_WIDTH + tick;
    }

    private static Label styled(Label label, String styleClass) {
        label.getStyleClass().add(styleClass);
        return label;
    }
}
