package coderbased.phone;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.text.Wrapping;
import coderbased.phone.parts.PhoneIds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The screen for a login that cannot be read or saved: the reason and two ways to continue. */
final class LoginUnavailableView extends VBox {

    LoginUnavailableView(PhoneViewModel viewModel) {
        getStyleClass().add("stopped");
        Label title = words(PhoneIds.LOGIN_UNAVAILABLE_TITLE, "sheet-title");
        title.setText(MESSAGES.text(viewModel.isUnstorable() ? "loginUnstorable.title" : "login.title"));
        Label why = words(PhoneIds.LOGIN_UNAVAILABLE_WHY, "text-muted");
        why.textProperty().bind(viewModel.loginUnavailable());
        Label text = words(PhoneIds.LOGIN_UNAVAILABLE_TEXT, "text-muted");
        text.setText(MESSAGES.text(viewModel.isUnstorable() ? "loginUnstorable.text" : "login.text"));
        Button retry = button(PhoneIds.LOGIN_RETRY, MESSAGES.text("login.retry"), viewModel::retry);
        retry.getStyleClass().add("accent");
        Button again = button(
                PhoneIds.SIGN_IN_AGAIN,
                MESSAGES.text(viewModel.isUnstorable() ? "loginUnstorable.goOn" : "login.signInAgain"),
                viewModel::replaceLogin);
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
