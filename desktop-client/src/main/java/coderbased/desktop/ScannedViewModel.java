package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.client.SessionState;
import coderbased.client.WebClient;
import coderbased.fx.Countdown;
import coderbased.fx.text.SafeText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/**
 * The screen after a scan: the phone's owner, the next step, and the time left.
 *
 * <p>Hop 5 of the Guest Token's way.
 */
final class ScannedViewModel implements Screen, Countdown {

    private static final String CHECK_NUMBER = "[1-9][0-9]";

    private final WebClient client;
    private final Clock clock;
    private final ReadOnlyStringWrapper by = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whatToDo = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper numberWanted = new ReadOnlyBooleanWrapper();
    private final StringProperty number = new SimpleStringProperty("");
    private final ObservableValue<Boolean> numberComplete = number.map(typed -> typed.matches(CHECK_NUMBER));
    private Instant until = Instant.EPOCH;

    ScannedViewModel(WebClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    ScannedViewModel show(SessionState.Scanned state) {
        by.set(SafeText.name(state.by()));
        until = state.until();
        number.set("");
        numberWanted.set(state.needsNumber());
        whatToDo.set(MESSAGES.text(state.needsNumber() ? "scanned.typeNumber" : "scanned.approve"));
        tick();
        return this;
    }

    @Override
    public Duration left() {
        return Duration.between(clock.instant(), until);
    }

    @Override
    public void tick() {
        int seconds = seconds();
        timeLeft.set(String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60));
    }

    /** Returns the name of the phone's owner. */
    ReadOnlyStringProperty by() {
        return by.getReadOnlyProperty();
    }

    /** Returns the next step for the person. */
    ReadOnlyStringProperty whatToDo() {
        return whatToDo.getReadOnlyProperty();
    }

    /** Returns the time left in minutes and seconds. */
    ReadOnlyStringProperty timeLeft() {
        return timeLeft.getReadOnlyProperty();
    }

    /** True if the check number must be typed here. */
    ReadOnlyBooleanProperty numberWanted() {
        return numberWanted.getReadOnlyProperty();
    }

    /** Returns the digits typed so far. */
    StringProperty number() {
        return number;
    }

    /** True if the phone may have shown such a number. */
    ObservableValue<Boolean> numberComplete() {
        return numberComplete;
    }

    /** Sends the number. Does nothing until it is complete: there is one try. */
    void enterNumber() {
        if (numberWanted.get() && numberComplete.getValue()) {
            numberWanted.set(false);
            whatToDo.set(MESSAGES.text("scanned.checking"));
            client.enterNumber(number.get());
        }
    }

    /** Cancels the link. */
    void cancel() {
        client.cancelLink();
    }
}
