package coderbased.fx.program;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Parts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The screen for a login that cannot be read or saved: the reason and two ways to continue. */
public final class LoginUnavailableView extends VBox {

    public LoginUnavailableView(
            Node picture, ObservableValue<LoginTrouble> trouble, Runnable retry, Runnable replaceLogin) {
        setId("login-unavailable");
        getStyleClass().add("login-unavailable");
        Button goOn = Parts.button("login-go-on", "", replaceLogin, "flat");
        goOn.textProperty().bind(trouble.map(LoginTrouble::goOn));
        getChildren()
                .addAll(
                        picture,
                        Parts.words("login-unavailable-title", trouble.map(LoginTrouble::title), "sheet-title"),
                        Parts.words("login-unavailable-why", trouble.map(LoginTrouble::why), "text-muted"),
                        Parts.words("login-unavailable-text", trouble.map(LoginTrouble::text), "text-muted"),
                        Parts.button("login-retry", MESSAGES.text("loginUnavailable.retry"), retry, "accent"),
                        goOn);
    }
}
