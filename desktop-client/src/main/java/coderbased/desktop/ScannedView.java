package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Avatar;
import coderbased.fx.Face;
import coderbased.fx.Focus;
import coderbased.fx.FxThread;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * The screen after a scan: the phone's owner, the check number if it is asked for, the time left, and a cancel button.
 */
final class ScannedView extends StackPane {

    private static final int DIGITS = 2;

    private final ScannedViewModel viewModel;
    private final TextField number = new TextField();

    ScannedView(ScannedViewModel viewModel) {
        this.viewModel = viewModel;
        Avatar avatar = new Avatar();
        viewModel.by().subscribe(name -> avatar.show(Face.named(name)));
        avatar.getStyleClass().add("large-avatar");
        Label caption = Parts.text(DesktopIds.SCANNED_CAPTION, "middle-caption");
        caption.setText(MESSAGES.text("scanned.by"));
        Label left = Parts.text(
                DesktopIds.SCANNED_LEFT,
                "middle-caption",
                viewModel.left().map(time -> MESSAGES.text("scanned.left", "time", time)));
        getChildren()
                .add(Parts.middle(
                        DesktopIds.SCANNED,
                        avatar,
                        caption,
                        Parts.text(DesktopIds.SCANNED_BY, "middle-title", viewModel.by()),
                        Parts.text(DesktopIds.SCANNED_STATUS, "middle-text", viewModel.whatToDo()),
                        numberEntry(),
                        left,
                        Parts.button(DesktopIds.CANCEL_LINK, MESSAGES.text("scanned.cancel"), viewModel::cancel)));
    }

    private HBox numberEntry() {
        number.setId(DesktopIds.NUMBER_FIELD);
        number.setAccessibleText(MESSAGES.text("scanned.number.spoken"));
        number.setPromptText("––");
        number.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().matches("[0-9]{0," + DIGITS + "}") ? change : null));
        number.textProperty().bindBidirectional(viewModel.number());
        number.setOnAction(e -> viewModel.enterNumber());
        Button ok = Parts.button(
                DesktopIds.NUMBER_OK, MESSAGES.text("scanned.number.ok"), viewModel::enterNumber, "accent", "large");
        viewModel.numberComplete().subscribe(complete -> ok.setDisable(!complete));
        HBox entry = new HBox(number, ok);
        entry.getStyleClass().add("number-entry");
        Parts.shownWhen(entry, viewModel.numberWanted());
        entry.visibleProperty().subscribe(shown -> {
            if (shown) {
                FxThread.later(() -> Focus.on(number));
            }
        });
        sceneProperty().subscribe(() -> FxThread.later(() -> Focus.on(number)));
        return entry;
    }
}
