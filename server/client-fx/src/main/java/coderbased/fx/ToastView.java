package coderbased.fx;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.text.Wrapping;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Message at the lower edge about the last action, with an undo button. */
public final class ToastView extends HBox {

    private final Label words = new Label();

    public ToastView(ToastViewModel viewModel) {
        setId("toast");
        getStyleClass().add("toast");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Wrapping.of(words);
        Button undo = new Button(MESSAGES.text("toast.undo"));
        undo.setId("toast-undo");
        undo.getStyleClass().addAll("flat", "toast-undo");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(e -> viewModel.undo());
        Button close = Icons.button("toast-close", "mdi2c-close", MESSAGES.text("toast.close"));
        close.setOnAction(e -> viewModel.dismiss());
        getChildren().addAll(words, undo, close);
        viewModel.toast().subscribe(toast -> undo.setVisible(toast != null && toast.undo() != null));
        undo.managedProperty().bind(undo.visibleProperty());
        viewModel.toast().subscribe(this::show);
    }

    private void show(ToastViewModel.@Nullable Toast toast) {
        setVisible(toast != null);
        if (toast != null) {
            words.setText(toast.words());
            setAccessibleText(toast.words());
        }
    }
}
