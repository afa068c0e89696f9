package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.camera.CameraChoice;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.phone.parts.Fields;
import coderbased.phone.parts.Panel;
import coderbased.phone.parts.PhoneIds;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** The panel to choose the scanner's camera. */
public final class CameraPanel extends Panel {

    private final CameraMenuViewModel viewModel;
    private final VBox list;

    public CameraPanel(CameraMenuViewModel viewModel) {
        this(viewModel, new VBox(), Fields.text(PhoneIds.CAMERA_ADDRESS));
    }

    private CameraPanel(CameraMenuViewModel viewModel, VBox list, TextField address) {
        super(
                MESSAGES.text("camera.title"),
                PhoneIds.CAMERA_CLOSE,
                () -> chosen(viewModel, list),
                list,
                pace(viewModel),
                Parts.label(MESSAGES.text("camera.address.label")),
                line(address),
                Parts.words(PhoneIds.CAMERA_ADDRESS_PROBLEM, viewModel.addressProblem(), "problem"));
        this.viewModel = viewModel;
        this.list = list;
        list.setId(PhoneIds.CAMERA_LIST);
        list.getStyleClass().add("camera-list");
        address.setPromptText(MESSAGES.text("camera.address.example"));
        address.setAccessibleText(MESSAGES.text("camera.address"));
        address.setOnAction(e -> useAddress(address.getText()));
        viewModel.options().subscribe(this::fill);
        viewModel.chosen().subscribe(this::fill);
        fill();
    }

    private void fill() {
        list.getChildren().setAll(viewModel.options().stream().map(this::option).toList());
    }

    private Button option(CameraOption option) {
        boolean chosen = option.choice().equals(viewModel.chosen().get());
        Button button = Parts.whole(
                new Button(option.label(), Icons.icon(chosen ? "mdi2r-radiobox-marked" : "mdi2r-radiobox-blank")));
        button.setTextAlignment(TextAlignment.LEFT);
        button.getStyleClass().addAll("flat", "camera-option");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> choose(option.choice()));
        return button;
    }

    private static Node chosen(CameraMenuViewModel viewModel, VBox list) {
        int at = viewModel.options().stream()
                .map(CameraOption::choice)
                .toList()
                .indexOf(viewModel.chosen().get());
        return at < 0 ? list : list.getChildren().get(at);
    }

    private void choose(CameraChoice choice) {
        viewModel.chosen().set(choice);
        close();
    }

    /** Uses the network camera there; the scanner below says what becomes of it. */
    private void useAddress(String typed) {
        if (viewModel.useAddress(typed)) {
            close();
        }
    }

    private static Label pace(CameraMenuViewModel viewModel) {
        return Parts.words(PhoneIds.CAMERA_PACE, viewModel.pace(), "text-muted");
    }

    private static HBox line(TextField address) {
        HBox.setHgrow(address, Priority.ALWAYS);
        Button use = Parts.button(
                PhoneIds.CAMERA_ADDRESS_USE,
                MESSAGES.text("camera.address.use"),
                () -> address.fireEvent(new ActionEvent()));
        HBox line = new HBox(address, use);
        line.getStyleClass().add("field-line");
        return line;
    }
}
