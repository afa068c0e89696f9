package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Icons;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The screen for a saved login that cannot be read: the reason and two ways to continue. */
final class LoginUnavailableView extends StackPane {

    LoginUnavailableView(LoginUnavailableViewModel viewModel) {
        StackPane card = new StackPane(Icons.icon("mdi2l-lock-outline", "middle-icon"));
        card.getStyleClass().add("skeleton-card");
        Label title = Parts.text(DesktopIds.LOGIN_UNAVAILABLE_TITLE, "middle-title");
        title.setText(MESSAGES.text("loginUnavailable.title"));
        Label text = Parts.text(DesktopIds.LOGIN_UNAVAILABLE_TEXT, "middle-text");
        text.setText(MESSAGES.text("loginUnavailable.text"));
        getChildren()
                .add(Parts.middle(
                        DesktopIds.LOGIN_UNAVAILABLE,
                        card,
                        title,
                        Parts.text(DesktopIds.LOGIN_UNAVAILABLE_WHY, "middle-text", viewModel.why()),
                        text,
                        Parts.button(
                                DesktopIds.TRY_AGAIN,
                                MESSAGES.text("loginUnavailable.retry"),
                                viewModel::tryAgain,
                                "accent",
                                "large"),
                        Parts.button(
                                DesktopIds.LINK_AGAIN,
                                MESSAGES.text("loginUnavailable.linkAgain"),
                                viewModel::replaceLogin,
                                "flat")));
    }
}
