package coderbased.desktop;

import coderbased.client.SessionState;
import coderbased.protocol.DisconnectReason;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The session is good, but this window does not go on by itself. */
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

    /** What happened and what to do. */
    ReadOnlyStringProperty sentence() {
        return sentence.getReadOnlyProperty();
    }

    /** Whether going on here can help. */
    ReadOnlyBooleanProperty usableHere() {
        return usableHere.getReadOnlyProperty();
    }

    /** Goes on here. */
    void useHere() {
        useHere.run();
    }
}
