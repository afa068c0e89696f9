package coderbased.desktop;

import coderbased.fx.ThemeChoice;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The settings as a sheet. Enter saves. */
final class SettingsView extends VBox {

    private final SettingsViewModel viewModel;
    private final Runnable close;
    private final TextField server = new TextField();

    SettingsView(SettingsViewModel viewModel, Runnable close) {
        this.viewModel = viewModel;
        this.close = close;
        setId("settings-sheet");
        getStyleClass().add("sheet");
        setMaxHeight(USE_PREF_SIZE);
        Label title = new Label("Settings");
        title.getStyleClass().add("sheet-title");
        getChildren().addAll(title, serverField(), themeField(), buttons());
    }

    /** Where the cursor goes first. */
    Node first() {
        return server;
    }

    private VBox serverField() {
        server.setId("server-address");
        server.textProperty().bindBidirectional(viewModel.server());
        server.setOnAction(e -> save());
        Label label = label("Server address", server);
        Label problem = new Label();
        problem.setId("server-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("field-problem");
        problem.textProperty().bind(viewModel.problem());
        Parts.shownWhen(problem, viewModel.problem().isNotEmpty());
        viewModel.problem().subscribe(text -> server.setAccessibleHelp(text));
        Label hint = new Label("Your phone has to be signed in to the same server.");
        hint.setWrapText(true);
        hint.getStyleClass().addAll("text-muted", "text-small");
        return field(label, server, problem, hint);
    }

    private VBox themeField() {
        ChoiceBox<ThemeChoice> theme = new ChoiceBox<>();
        theme.setId("theme-choice");
        theme.getItems().setAll(ThemeChoice.values());
        theme.setConverter(new StringConverter<>() {
            @Override
            public String toString(ThemeChoice choice) {
                return choice == null ? "" : choice.label();
            }

            @Override
            public ThemeChoice fromString(String label) {
                throw new UnsupportedOperationException("choices are picked, not typed");
            }
        });
        theme.valueProperty().bindBidirectional(viewModel.theme());
        theme.setMaxWidth(Double.MAX_VALUE);
        return field(label("Look", theme), theme);
    }

    private HBox buttons() {
        Button cancel = Parts.button("settings-cancel", "Cancel", close);
        Button save = Parts.button("settings-save", "Save", this::save, "accent");
        HBox buttons = new HBox(cancel, save);
        buttons.getStyleClass().add("sheet-buttons");
        return buttons;
    }

    private void save() {
        if (viewModel.save()) {
            close.run();
        } else {
            server.requestFocus();
        }
    }

    private static Label label(String words, Node labelled) {
        Label label = new Label(words);
        label.setLabelFor(labelled);
        label.getStyleClass().add("field-label");
        return label;
    }

    private static VBox field(Node... parts) {
        VBox field = new VBox(parts);
        field.getStyleClass().add("field");
        return field;
    }
}
