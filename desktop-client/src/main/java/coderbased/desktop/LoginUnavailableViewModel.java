package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.client.SessionState;
import coderbased.client.WebClient;
import coderbased.fx.program.LoginTrouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The screen for a login that is saved on this computer and cannot be read now, or that cannot be saved here. */
final class LoginUnavailableViewModel implements Screen {

    private final WebClient client;
    private final ReadOnlyObjectWrapper<LoginTrouble> trouble = new ReadOnlyObjectWrapper<>();

    LoginUnavailableViewModel(WebClient client) {
        this.client = client;
    }

    LoginUnavailableViewModel show(SessionState.LoginUnavailable state) {
        trouble.set(LoginTrouble.unreadable(
                state.why(), MESSAGES.text("loginUnavailable.text"), MESSAGES.text("loginUnavailable.linkAgain")));
        return this;
    }

    LoginUnavailableViewModel show(SessionState.LoginUnstorable state) {
        trouble.set(LoginTrouble.unstorable(
                MESSAGES.text("loginUnstorable.title"), state.why(), MESSAGES.text("loginUnstorable.text")));
        return this;
    }

    /** Returns the trouble in words. */
    ReadOnlyObjectProperty<LoginTrouble> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Reads it again. */
    void tryAgain() {
        client.showNewCode();
    }

    /** Links this computer without the saved login, or for this time only. */
    void replaceLogin() {
        client.replaceLogin();
    }
}
