package coderbased.fx;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Message at the lower edge about what just happened, with a button for its action. */
public final class ToastView extends HBox {

    private final Label words = Parts.label("");
    private final Button action = new Button();

    public ToastView(ToastViewModel viewModel) {
        setId("toast");
        getStyleClass().add("toast");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        action.setId("toast-action");
        action.getStyleClass().addAll("flat", "toast-action");
        action.setMinWidth(USE_PREF_SIZE);
        action.managedProperty().bind(action.visibleProperty());
        action.setOnAction(e -> viewModel.act());
        Button close = Icons.button("toast-close", "mdi2c-close", MESSAGES.text("toast.close"));
        close.setOnAction(e -> viewModel.dismiss());
        getChildren().addAll(words, action, close);
        viewModel.toast().subscribe(this::show);
    }

    private void show(ToastViewModel.@Nullable Toast toast) {
        setVisible(toast != null);
        if (toast != null) {
            words.setText(toast.words());
            action.setVisible(toast.action() != null);
            action.setText(toast.action() == null ? "" : toast.action().label());
            setAccessibleText(toast.words());
        }
    }
}
