package coderbased.phone.devices;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.EmptyState;
import coderbased.fx.Icons;
import coderbased.phone.parts.ConfirmSheet;
import coderbased.phone.parts.Fields;
import coderbased.phone.parts.PhoneIds;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The linked devices. */
public final class DevicesView extends VBox {

    private final DevicesViewModel viewModel;
    private final ConfirmSheet confirm;
    private final VBox list = new VBox();

    public DevicesView(DevicesViewModel viewModel, ConfirmSheet confirm, Runnable scan, Runnable history) {
        this.viewModel = viewModel;
        this.confirm = confirm;
        getStyleClass().add("devices");
        list.setId(PhoneIds.DEVICE_LIST);
        list.getStyleClass().add("device-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.visibleProperty()
                .bind(Bindings.isNotEmpty(viewModel.rows()).or(Bindings.isNotEmpty(viewModel.loggedOut())));
        StackPane body = new StackPane(empty(), scroll);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren()
                .addAll(
                        header(history),
                        Fields.problem(PhoneIds.DEVICES_PROBLEM, viewModel.problem()),
                        body,
                        footer(scan));
        viewModel.rows().subscribe(this::fill);
        viewModel.loggedOut().subscribe(this::fill);
    }

    private void fill() {
        list.getChildren()
                .setAll(viewModel.rows().stream()
                        .map(row -> new DeviceCard(row, viewModel, confirm))
                        .toList());
        if (!viewModel.loggedOut().isEmpty()) {
            Label heading = new Label(MESSAGES.text("devices.loggedOut"));
            heading.getStyleClass().add("device-heading");
            list.getChildren().add(heading);
            list.getChildren()
                    .addAll(viewModel.loggedOut().stream()
                            .map(LoggedOutCard::new)
                            .toList());
        }
    }

    private HBox header(Runnable history) {
        Label title = new Label(MESSAGES.text("devices.title"));
        title.getStyleClass().add("screen-title");
        Region push = new Region();
        HBox.setHgrow(push, Priority.ALWAYS);
        Label count = Fields.sentence(PhoneIds.DEVICE_COUNT, viewModel.count());
        count.getStyleClass().add("text-muted");
        Button open = Icons.button(PhoneIds.DEVICES_HISTORY, "mdi2h-history", MESSAGES.text("devices.history"));
        open.setOnAction(e -> history.run());
        HBox header = new HBox(title, push, count, open);
        header.getStyleClass().add("screen-header");
        return header;
    }

    private EmptyState empty() {
        EmptyState empty = new EmptyState(PhoneIds.DEVICES_EMPTY, "mdi2l-laptop");
        empty.sentence()
                .textProperty()
                .bind(viewModel.loaded().map(loaded -> MESSAGES.text(loaded ? "devices.empty" : "devices.loading")));
        empty.visibleProperty()
                .bind(Bindings.isEmpty(viewModel.rows())
                        .and(Bindings.isEmpty(viewModel.loggedOut()))
                        .and(viewModel.problem().isEmpty()));
        return empty;
    }

    private HBox footer(Runnable scan) {
        Button link = new Button(MESSAGES.text("devices.link"));
        link.setId(PhoneIds.DEVICES_SCAN);
        link.getStyleClass().add("accent");
        link.setOnAction(e -> scan.run());
        Button all = new Button(MESSAGES.text("devices.logOutAll"));
        all.setId(PhoneIds.DEVICES_LOG_OUT_ALL);
        all.getStyleClass().addAll("button-outlined", "danger");
        all.visibleProperty().bind(Bindings.size(viewModel.rows()).greaterThan(0));
        all.managedProperty().bind(all.visibleProperty());
        all.setOnAction(e -> confirm.ask(new ConfirmSheet.Question(
                MESSAGES.text("devices.logOutAll.question"),
                MESSAGES.text("devices.logOutAll.text"),
                MESSAGES.text("devices.logOutAll"),
                viewModel::logOutAll)));
        for (Button button : new Button[] {all, link}) {
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setMaxWidth(Double.MAX_VALUE);
            button.disableProperty().bind(viewModel.busy());
        }
        HBox footer = new HBox(all, link);
        footer.getStyleClass().add("footer");
        return footer;
    }
}
