package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Icons;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The Guest State while paused: one button. */
final class PausedView extends StackPane {

    PausedView(PausedViewModel viewModel) {
        StackPane card = new StackPane(Icons.icon("mdi2q-qrcode-scan", "middle-icon"));
        card.getStyleClass().add("skeleton-card");
        Label title = Parts.text(DesktopIds.PAUSED_TITLE, "middle-title");
        title.setText(MESSAGES.text("paused.title"));
        Label text = Parts.text(DesktopIds.PAUSED_STATUS, "middle-text");
        text.setText(MESSAGES.text("paused.text"));
        getChildren()
                .add(Parts.middle(
                        DesktopIds.PAUSED,
                        card,
                        title,
                        text,
                        Parts.button(
                                DesktopIds.SHOW_NEW_CODE,
                                MESSAGES.text("paused.newCode"),
                                viewModel::showNewCode,
                                "accent",
                                "large")));
    }
}
