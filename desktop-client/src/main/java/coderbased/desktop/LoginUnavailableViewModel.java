package coderbased.desktop;

import coderbased.client.SessionState;
import coderbased.client.WebClient;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The screen for a login that is saved on this computer and cannot be read now. */
final class LoginUnavailableViewModel implements Screen {

    private final WebClient client;
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");

    LoginUnavailableViewModel(WebClient client) {
        this.client = client;
    }

    LoginUnavailableViewModel show(SessionState.LoginUnavailable state) {
        why.set(state.why());
        return this;
    }

    /** Returns the reason why it cannot be read. */
    ReadOnlyStringProperty why() {
        return why.getReadOnlyProperty();
    }

    /** Reads it again. */
    void tryAgain() {
        client.showNewCode();
    }

    /** Links this computer again; the old login is logged out as soon as it can be read. */
    void replaceLogin() {
        client.replaceLogin();
    }
}
