package coderbased.desktop;

import coderbased.client.SessionState;
import coderbased.protocol.DisconnectReason;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The screen for a session that is valid but does not continue by itself in this window. */
final class StoppedViewModel implements Screen {

    private final Runnable useHere;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper usableHere = new ReadOnlyBooleanWrapper();

    StoppedViewModel(Runnable useHere) {
        this.useHere = useHere;
    }

    StoppedViewModel show(SessionState.Stopped state) {
        sentence.set(state.reason().sentence());
        usableHere.set(state.reason() != DisconnectReason.CLIENT_OUTDATED);
        return this;
    }

    /** Returns a sentence that says what happened and what to do. */
    ReadOnlyStringProperty sentence() {
        return sentence.getReadOnlyProperty();
    }

    /** True if the person can continue in this window. */
    ReadOnlyBooleanProperty usableHere() {
        return usableHere.getReadOnlyProperty();
    }

    /** Goes on here. */
    void useHere() {
        useHere.run();
    }
}
