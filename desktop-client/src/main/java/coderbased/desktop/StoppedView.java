package coderbased.desktop;

import coderbased.fx.Icons;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/** The screen for a session that is paused in this window: the reason and a button to continue here. */
final class StoppedView extends StackPane {

    StoppedView(StoppedViewModel viewModel) {
        Button useHere = Parts.button(DesktopIds.USE_HERE, "", viewModel::useHere, "accent", "large");
        useHere.textProperty().bind(viewModel.button());
        Parts.shownWhen(useHere, viewModel.usableHere());
        StackPane card = new StackPane(Icons.icon("mdi2c-cellphone-link", "middle-icon"));
        card.getStyleClass().add("skeleton-card");
        getChildren()
                .add(Parts.middle(
                        DesktopIds.STOPPED,
                        card,
                        Parts.text(DesktopIds.STOPPED_SENTENCE, "middle-title", viewModel.sentence()),
                        Parts.text(DesktopIds.STOPPED_CHECKED, "text-muted", viewModel.checked()),
                        useHere));
    }
}
