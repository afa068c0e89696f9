package coderbased.desktop;

import coderbased.fx.Icons;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The Guest State while paused: one button. */
final class PausedView extends StackPane {

    PausedView(PausedViewModel viewModel) {
        StackPane card = new StackPane(Icons.icon("mdi2q-qrcode-scan", "middle-icon"));
        card.getStyleClass().add("skeleton-card");
        Label title = Parts.text("paused-title", "middle-title");
        title.setText("Nobody scanned the code");
        Label text = Parts.text("paused-status", "middle-text");
        text.setText("To be safe, codes stop after a while. Show a new one when your phone is at hand.");
        getChildren()
                .add(Parts.middle(
                        "paused",
                        card,
                        title,
                        text,
                        Parts.button("show-new-code", "Show a new code", viewModel::showNewCode, "accent", "large")));
    }
}
