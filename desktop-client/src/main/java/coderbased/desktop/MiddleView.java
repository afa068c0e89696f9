package coderbased.desktop;

import coderbased.fx.Icons;
import coderbased.fx.text.FittedFlow;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A screen with a column in the middle of the window: a few lines, then the actions. */
abstract class MiddleView extends VBox {

    MiddleView(String id) {
        setId(id);
        getStyleClass().add("middle");
    }

    /** Returns buttons side by side, or one below the other in a small window. */
    static FittedFlow actions(Button... buttons) {
        FittedFlow actions = new FittedFlow();
        actions.getChildren().addAll(buttons);
        actions.getStyleClass().add("actions");
        return actions;
    }

    /** Returns an icon in a card as large as that of the code. */
    static StackPane card(String icon) {
        StackPane card = new StackPane(Icons.icon(icon, "middle-icon"));
        card.getStyleClass().add("skeleton-card");
        return card;
    }
}
