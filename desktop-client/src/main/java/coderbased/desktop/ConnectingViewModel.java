package coderbased.desktop;

import coderbased.client.SessionState;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** No connection yet: calm at first, in words once a try failed. */
final class ConnectingViewModel implements Screen {

    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final Runnable retry;

    ConnectingViewModel(Runnable retry) {
        this.retry = retry;
    }

    ConnectingViewModel show(SessionState.Connecting state) {
        trouble.set(state.trouble() == null ? "" : state.trouble());
        return this;
    }

    /** Why the last try failed; empty while nothing failed. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Tries again now. */
    void retry() {
        retry.run();
    }
}
