package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.client.SessionState;
import coderbased.client.WebClient;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The screen for a login that is saved on this computer and cannot be read now, or that cannot be saved here. */
final class LoginUnavailableViewModel implements Screen {

    private final WebClient client;
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper goOn = new ReadOnlyStringWrapper("");

    LoginUnavailableViewModel(WebClient client) {
        this.client = client;
    }

    LoginUnavailableViewModel show(SessionState.LoginUnavailable state) {
        title.set(MESSAGES.text("loginUnavailable.title"));
        text.set(MESSAGES.text("loginUnavailable.text"));
        goOn.set(MESSAGES.text("loginUnavailable.linkAgain"));
        why.set(state.why());
        return this;
    }

    LoginUnavailableViewModel show(SessionState.LoginUnstorable state) {
        title.set(MESSAGES.text("loginUnstorable.title"));
        text.set(MESSAGES.text("loginUnstorable.text"));
        goOn.set(MESSAGES.text("loginUnstorable.goOn"));
        why.set(state.why());
        return this;
    }

    /** Returns what is wrong. */
    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** Returns what the person can do. */
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** Returns the words of the button that goes on without the saved login. */
    ReadOnlyStringProperty goOn() {
        return goOn.getReadOnlyProperty();
    }

    /** Returns the reason. */
    ReadOnlyStringProperty why() {
        return why.getReadOnlyProperty();
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
