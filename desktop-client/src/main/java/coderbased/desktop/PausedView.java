package coderbased.desktop;

import coderbased.fx.Icons;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The Guest State while paused: one button. */
final class PausedView extends StackPane {

    PausedView(PausedViewModel viewModel) {
        StackPane card = new StackPane(Icons.icon("mdi2q-qrcode-scan", "middle-icon"));
        card.getStyleClass().add("skeleton-card");
        Label title = Parts.text(DesktopIds.PAUSED_TITLE, "middle-title");
        title.setText("Nobody scanned the code");
        Label text = Parts.text(DesktopIds.PAUSED_STATUS, "middle-text");
        text.setText("To be safe, codes stop after a while. Show a new one when your phone is at hand.");
        getChildren()
                .add(Parts.middle(
                        DesktopIds.PAUSED,
                        card,
                        title,
                        text,
                        Parts.button(
                                DesktopIds.SHOW_NEW_CODE,
                                "Show a new code",
                                viewModel::showNewCode,
                                "accent",
                                "large")));
    }
}
