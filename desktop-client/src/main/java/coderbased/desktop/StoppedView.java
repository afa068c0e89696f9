package coderbased.desktop;

import coderbased.fx.Parts;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/** The screen for a session that is paused in this window: the reason and a button to continue here. */
final class StoppedView extends MiddleView {

    StoppedView(StoppedViewModel viewModel) {
        super(DesktopIds.STOPPED);
        Button useHere = Parts.button(DesktopIds.USE_HERE, "", viewModel::useHere, "accent", "large");
        useHere.textProperty().bind(viewModel.button());
        Parts.shownWhen(useHere, viewModel.usableHere());
        StackPane card = card("mdi2c-cellphone-link");
        getChildren()
                .addAll(
                        card,
                        Parts.words(DesktopIds.STOPPED_SENTENCE, viewModel.sentence(), "middle-title"),
                        Parts.words(DesktopIds.STOPPED_CHECKED, viewModel.checked(), "text-muted"),
                        useHere);
    }
}
