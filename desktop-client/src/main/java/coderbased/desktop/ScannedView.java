package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Avatar;
import coderbased.fx.Face;
import coderbased.fx.Focus;
import coderbased.fx.FxThread;
import coderbased.fx.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;

/**
 * The screen after a scan: the phone's owner, the check number if it is asked for, the time left, and a cancel button.
 */
final class ScannedView extends MiddleView {

    private static final int DIGITS = 2;

    private final ScannedViewModel viewModel;
    private final TextField number = new TextField();

    ScannedView(ScannedViewModel viewModel) {
        super(DesktopIds.SCANNED);
        this.viewModel = viewModel;
        Avatar avatar = new Avatar();
        viewModel.by().subscribe(name -> avatar.show(Face.named(name)));
        avatar.getStyleClass().add("large-avatar");
        Label caption = Parts.label(MESSAGES.text("scanned.by"), "middle-caption");
        caption.setId(DesktopIds.SCANNED_CAPTION);
        Label left = Parts.words(
                DesktopIds.SCANNED_LEFT,
                viewModel.timeLeft().map(time -> MESSAGES.text("scanned.left", "time", time)),
                "middle-caption");
        getChildren()
                .addAll(
                        avatar,
                        caption,
                        Parts.words(DesktopIds.SCANNED_BY, viewModel.by(), "middle-title"),
                        Parts.words(DesktopIds.SCANNED_STATUS, viewModel.whatToDo(), "middle-text"),
                        numberEntry(),
                        left,
                        Parts.button(DesktopIds.CANCEL_LINK, MESSAGES.text("scanned.cancel"), viewModel::cancel));
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
