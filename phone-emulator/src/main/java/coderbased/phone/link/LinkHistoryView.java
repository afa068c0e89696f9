package coderbased.phone.link;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.EmptyState;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.SaveDialog;
import coderbased.phone.link.LinkHistoryViewModel.Row;
import coderbased.phone.parts.PhoneIds;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;

/** The history of the account's links. */
public final class LinkHistoryView extends VBox {

    private final LinkHistoryViewModel viewModel;
    private final Button back = Icons.button(PhoneIds.HISTORY_BACK, "mdi2a-arrow-left", MESSAGES.text("history.back"));
    private final VBox list = new VBox();

    public LinkHistoryView(LinkHistoryViewModel viewModel, Runnable leave) {
        this.viewModel = viewModel;
        setId(PhoneIds.LINK_HISTORY);
        getStyleClass().add("devices");
        back.setOnAction(e -> leave.run());
        list.setId(PhoneIds.HISTORY_LIST);
        list.getStyleClass().add("device-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.visibleProperty().bind(Bindings.isNotEmpty(viewModel.rows()));
        EmptyState empty = new EmptyState(PhoneIds.HISTORY_EMPTY, "mdi2h-history");
        empty.sentence().setText(MESSAGES.text("history.empty"));
        empty.visibleProperty().bind(viewModel.empty());
        StackPane body = new StackPane(empty, scroll);
        VBox.setVgrow(body, Priority.ALWAYS);
        Label notice = Parts.words(PhoneIds.HISTORY_NOTICE, viewModel.notice(), "history-notice");
        getChildren()
                .addAll(
                        header(),
                        Parts.words(PhoneIds.HISTORY_PROBLEM, viewModel.problem(), "problem"),
                        body,
                        notice,
                        footer());
        fill();
        viewModel.rows().subscribe(this::fill);
    }

    /** Returns the node that gets the focus first. */
    public Node first() {
        return back;
    }

    private void fill() {
        list.getChildren()
                .setAll(viewModel.rows().stream().map(LinkHistoryView::line).toList());
    }

    private static VBox line(Row row) {
        VBox line = new VBox(
                Parts.label(row.what(), row.alarming() ? "history-alarming" : "history-what"),
                Parts.label(row.where(), "device-fact"),
                Parts.label(row.when(), "device-fact"));
        line.getStyleClass().add("device-card");
        return line;
    }

    private HBox header() {
        Label title = Parts.label(MESSAGES.text("history.title"), "screen-title");
        HBox header = new HBox(back, title, Parts.space());
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("screen-header");
        return header;
    }

    private HBox footer() {
        Button export = Parts.wide(Parts.button(
                PhoneIds.HISTORY_EXPORT, MESSAGES.text("history.export"), this::export, "button-outlined"));
        export.disableProperty().bind(Bindings.isEmpty(viewModel.rows()));
        HBox footer = new HBox(export);
        footer.getStyleClass().add("footer");
        return footer;
    }

    private void export() {
        Path file = SaveDialog.show(
                getScene().getWindow(),
                MESSAGES.text("history.export.title"),
                "link-history.txt",
                new ExtensionFilter(MESSAGES.text("history.export.text"), "*.txt"),
                new ExtensionFilter(MESSAGES.text("history.export.sealed"), "*.json"));
        if (file != null) {
            viewModel.export(file);
        }
    }
}
