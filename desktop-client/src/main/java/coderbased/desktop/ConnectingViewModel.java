package coderbased.desktop;

import coderbased.client.SessionState;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The screen without a connection: silent at first, with the reason after a failed try. */
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

    /** Returns the reason why the last try failed; empty if none failed. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Tries again now. */
    void retry() {
        retry.run();
    }
}
