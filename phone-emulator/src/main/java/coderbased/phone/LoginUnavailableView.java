package coderbased.phone;

import coderbased.fx.Icons;
import coderbased.fx.text.Wrapping;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The screen for a saved login that cannot be read: the reason and two ways to continue. */
final class LoginUnavailableView extends VBox {

    LoginUnavailableView(PhoneViewModel viewModel) {
        getStyleClass().add("stopped");
        Label title = words("login-unavailable-title", "sheet-title");
        title.setText("Your saved login cannot be read right now");
        Label why = words("login-unavailable-why", "text-muted");
        why.textProperty().bind(viewModel.loginUnavailable());
        Label text = words("login-unavailable-text", "text-muted");
        text.setText("You are still signed in, and nothing is lost. Unlock the keychain and try again. "
                + "You can also sign in again. The old login is then logged out as soon as it can be read.");
        Button retry = button("login-retry", "Try again", viewModel::retry);
        retry.getStyleClass().add("accent");
        Button anew = button("login-anew", "Sign in again", viewModel::replaceLogin);
        anew.getStyleClass().add("flat");
        getChildren().addAll(Icons.icon("mdi2l-lock-outline", "trouble-icon"), title, why, text, retry, anew);
    }

    private static Label words(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        Wrapping.of(label);
        return label;
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setOnAction(e -> action.run());
        return button;
    }
}
