package coderbased.phone.devices;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Focus;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.text.FittedFlow;
import coderbased.phone.devices.DevicesViewModel.DeviceRow;
import coderbased.phone.parts.ConfirmSheet;
import coderbased.phone.parts.Fields;
import coderbased.phone.parts.PhoneIds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One linked device. */
final class DeviceCard extends VBox {

    private final DeviceRow row;
    private final DevicesViewModel viewModel;
    private final ConfirmSheet confirm;
    private final HBox head;

    DeviceCard(DeviceRow row, DevicesViewModel viewModel, ConfirmSheet confirm) {
        this.row = row;
        this.viewModel = viewModel;
        this.confirm = confirm;
        getStyleClass().add("device-card");
        head = head();
        getChildren().addAll(head, buttons());
    }

    private HBox head() {
        Label name = Parts.label(row.name(), "device-name");
        Label active = Parts.label(row.active(), row.connected() ? "device-connected" : "text-muted");
        VBox words = new VBox(
                name, Parts.label(row.program(), "device-fact"), Parts.label(row.linked(), "device-fact"), active);
        if (!row.granted().isEmpty()) {
            words.getChildren().add(Parts.label(row.granted(), "device-granted"));
        }
        words.getStyleClass().add("device-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox box = new HBox(Icons.icon("mdi2l-laptop", "device-icon", row.connected() ? "connected" : "away"), words);
        box.getStyleClass().add("device-head");
        return box;
    }

    private FittedFlow buttons() {
        Button rename = button(MESSAGES.text("devices.rename"), "mdi2p-pencil-outline", "device-rename");
        rename.setAccessibleText(MESSAGES.text("devices.rename.spoken", "name", row.name()));
        rename.setOnAction(e -> edit());
        Button logOut = button(MESSAGES.text("devices.logOut"), "mdi2l-logout", "device-log-out");
        logOut.setAccessibleText(MESSAGES.text("devices.logOut.spoken", "name", row.name()));
        logOut.setOnAction(e -> confirm.ask(new ConfirmSheet.Question(
                MESSAGES.text("devices.logOut.question", "name", row.name()),
                MESSAGES.text("devices.logOut.text"),
                MESSAGES.text("devices.logOut"),
                () -> viewModel.logOut(row.id()))));
        Button freeze = button(
                MESSAGES.text(row.frozen() ? "devices.thaw" : "devices.freeze"),
                row.frozen() ? "mdi2f-fire" : "mdi2s-snowflake",
                "device-freeze");
        freeze.setAccessibleText(
                MESSAGES.text(row.frozen() ? "devices.thaw.spoken" : "devices.freeze.spoken", "name", row.name()));
        freeze.setOnAction(e -> viewModel.freeze(row));
        FittedFlow buttons = new FittedFlow();
        buttons.getChildren().addAll(rename, freeze, logOut);
        buttons.getStyleClass().add("device-buttons");
        return buttons;
    }

    private Button button(String words, String icon, String style) {
        Button button = new Button(words, Icons.icon(icon));
        button.getStyleClass().addAll("flat", "small", style);
        button.disableProperty().bind(viewModel.busy());
        return button;
    }

    private void edit() {
        TextField name = Fields.text(PhoneIds.RENAME_TEXT);
        name.setText(row.name());
        name.setAccessibleText(MESSAGES.text("devices.rename.text"));
        HBox.setHgrow(name, Priority.ALWAYS);
        Button save = new Button(MESSAGES.text("devices.rename.save"));
        save.setId(PhoneIds.RENAME_SAVE);
        save.getStyleClass().add("accent");
        save.setMinWidth(USE_PREF_SIZE);
        Button cancel = Icons.button(PhoneIds.RENAME_CANCEL, "mdi2c-close", MESSAGES.text("devices.rename.cancel"));
        HBox line = new HBox(name, save, cancel);
        line.getStyleClass().add("field-line");
        save.setOnAction(e -> finish(line, name.getText()));
        name.setOnAction(e -> finish(line, name.getText()));
        cancel.setOnAction(e -> swap(line, head));
        line.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                swap(line, head);
                key.consume();
            }
        });
        swap(head, line);
        Focus.on(name);
        name.selectAll();
    }

    private void finish(Node editor, String name) {
        swap(editor, head);
        if (!name.strip().equals(row.name())) {
            viewModel.rename(row.id(), name);
        }
    }

    private void swap(Node from, Node to) {
        getChildren().set(getChildren().indexOf(from), to);
    }
}
