package coderbased.phone.devices;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.EmptyState;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.phone.parts.ConfirmSheet;
import coderbased.phone.parts.PhoneIds;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
                        Parts.words(PhoneIds.DEVICES_PROBLEM, viewModel.problem(), "problem"),
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
            list.getChildren().add(Parts.label(MESSAGES.text("devices.loggedOut"), "device-heading"));
            list.getChildren()
                    .addAll(viewModel.loggedOut().stream()
                            .map(LoggedOutCard::new)
                            .toList());
        }
    }

    private HBox header(Runnable history) {
        Label title = Parts.label(MESSAGES.text("devices.title"), "screen-title");
        Label count = Parts.words(PhoneIds.DEVICE_COUNT, viewModel.count(), "text-muted");
        Button open = Icons.button(PhoneIds.DEVICES_HISTORY, "mdi2h-history", MESSAGES.text("devices.history"));
        open.setOnAction(e -> history.run());
        HBox header = new HBox(title, Parts.space(), count, open);
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
        Button link = Parts.button(PhoneIds.DEVICES_SCAN, MESSAGES.text("devices.link"), scan, "accent");
        Button all = Parts.button(
                PhoneIds.DEVICES_LOG_OUT_ALL,
                MESSAGES.text("devices.logOutAll"),
                () -> confirm.ask(new ConfirmSheet.Question(
                        MESSAGES.text("devices.logOutAll.question"),
                        MESSAGES.text("devices.logOutAll.text"),
                        MESSAGES.text("devices.logOutAll"),
                        viewModel::logOutAll)),
                "button-outlined",
                "danger");
        Parts.shownWhen(all, Bindings.size(viewModel.rows()).greaterThan(0));
        for (Button button : new Button[] {all, link}) {
            Parts.wide(button);
            button.disableProperty().bind(viewModel.busy());
        }
        HBox footer = new HBox(all, link);
        footer.getStyleClass().add("footer");
        return footer;
    }
}
