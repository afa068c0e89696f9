package coderbased.desktop;

import coderbased.fx.Icons;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The screen for a saved login that cannot be read: the reason and two ways to continue. */
final class LoginUnavailableView extends StackPane {

    LoginUnavailableView(LoginUnavailableViewModel viewModel) {
        StackPane card = new StackPane(Icons.icon("mdi2l-lock-outline", "middle-icon"));
        card.getStyleClass().add("skeleton-card");
        Label title = Parts.text(DesktopIds.LOGIN_UNAVAILABLE_TITLE, "middle-title");
        title.setText("Your saved login cannot be read right now");
        Label text = Parts.text(DesktopIds.LOGIN_UNAVAILABLE_TEXT, "middle-text");
        text.setText("You are still logged in, and nothing is lost. Unlock the keychain and try again. "
                + "You can also link this computer again with your phone. The old login is then logged out as"
                + " soon as it can be read.");
        getChildren()
                .add(Parts.middle(
                        DesktopIds.LOGIN_UNAVAILABLE,
                        card,
                        title,
                        Parts.text(DesktopIds.LOGIN_UNAVAILABLE_WHY, "middle-text", viewModel.why()),
                        text,
                        Parts.button(DesktopIds.TRY_AGAIN, "Try again", viewModel::tryAgain, "accent", "large"),
                        Parts.button(
                                DesktopIds.LINK_AGAIN, "Link this computer again", viewModel::replaceLogin, "flat")));
    }
}
