package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The screen for a login that cannot be read or saved: the reason and two ways to continue. */
final class LoginUnavailableView extends StackPane {

    LoginUnavailableView(LoginUnavailableViewModel viewModel) {
        StackPane card = new StackPane(Icons.icon("mdi2l-lock-outline", "middle-icon"));
        card.getStyleClass().add("skeleton-card");
        Label text = Parts.text(DesktopIds.LOGIN_UNAVAILABLE_TEXT, "middle-text", viewModel.text());
        Button goOn = Parts.button(DesktopIds.LINK_AGAIN, "", viewModel::replaceLogin, "flat");
        goOn.textProperty().bind(viewModel.goOn());
        getChildren()
                .add(Parts.middle(
                        DesktopIds.LOGIN_UNAVAILABLE,
                        card,
                        Parts.text(DesktopIds.LOGIN_UNAVAILABLE_TITLE, "middle-title", viewModel.title()),
                        Parts.text(DesktopIds.LOGIN_UNAVAILABLE_WHY, "middle-text", viewModel.why()),
                        text,
                        Parts.button(
                                DesktopIds.TRY_AGAIN,
                                MESSAGES.text("loginUnavailable.retry"),
                                viewModel::tryAgain,
                                "accent",
                                "large"),
                        goOn));
    }
}
