package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.client.SessionState;
import coderbased.client.messages.EndWords;
import coderbased.fx.Times;
import coderbased.protocol.DisconnectReason;
import java.time.Clock;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The screen for a session that is valid but cannot be used in this window now. */
final class StoppedViewModel implements Screen {

    private final Runnable useHere;
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper checked = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper button = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper usableHere = new ReadOnlyBooleanWrapper();
    private final Times times;
    private final Clock clock;

    StoppedViewModel(Runnable useHere, Clock clock) {
        this.useHere = useHere;
        this.clock = clock;
        this.times = new Times(clock);
    }

    StoppedViewModel show(SessionState.Stopped state) {
        sentence.set(EndWords.of(state.reason()));
        usableHere.set(state.reason() != DisconnectReason.CLIENT_OUTDATED);
        boolean frozen = state.reason() == DisconnectReason.FROZEN;
        button.set(MESSAGES.text(frozen ? "stopped.checkNow" : "stopped.useHere"));
        checked.set(frozen ? checkedWords(state.checks()) : "");
        return this;
    }

    /** Returns a sentence that says what happened and what to do. */
    ReadOnlyStringProperty sentence() {
        return sentence.getReadOnlyProperty();
    }

    /** Returns a sentence about the last check; empty if this window does not check by itself. */
    ReadOnlyStringProperty checked() {
        return checked.getReadOnlyProperty();
    }

    /** Returns the label of the button. */
    ReadOnlyStringProperty button() {
        return button.getReadOnlyProperty();
    }

    /** True if the person can continue in this window. */
    ReadOnlyBooleanProperty usableHere() {
        return usableHere.getReadOnlyProperty();
    }

    /** Goes on here. */
    void useHere() {
        if (!checked.get().isEmpty()) {
            checked.set(MESSAGES.text("stopped.checking"));
        }
        useHere.run();
    }

    private String checkedWords(int checks) {
        return checks > 0
                ? MESSAGES.text("stopped.stillFrozen", "time", times.time(clock.instant()))
                : MESSAGES.text("stopped.comesBack");
    }
}
