package coderbased.phone;

import coderbased.fx.Icons;
import coderbased.fx.text.Wrapping;
import coderbased.phone.parts.PhoneIds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The screen for a saved login that cannot be read: the reason and two ways to continue. */
final class LoginUnavailableView extends VBox {

    LoginUnavailableView(PhoneViewModel viewModel) {
        getStyleClass().add("stopped");
        Label title = words(PhoneIds.LOGIN_UNAVAILABLE_TITLE, "sheet-title");
        title.setText("Your saved login cannot be read right now");
        Label why = words(PhoneIds.LOGIN_UNAVAILABLE_WHY, "text-muted");
        why.textProperty().bind(viewModel.loginUnavailable());
        Label text = words(PhoneIds.LOGIN_UNAVAILABLE_TEXT, "text-muted");
        text.setText("You are still signed in, and nothing is lost. Unlock the keychain and try again. "
                + "You can also sign in again. The old login is then logged out as soon as it can be read.");
        Button retry = button(PhoneIds.LOGIN_RETRY, "Try again", viewModel::retry);
        retry.getStyleClass().add("accent");
        Button again = button(PhoneIds.SIGN_IN_AGAIN, "Sign in again", viewModel::replaceLogin);
        again.getStyleClass().add("flat");
        getChildren().addAll(Icons.icon("mdi2l-lock-outline", "trouble-icon"), title, why, text, retry, again);
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
