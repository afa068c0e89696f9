package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.client.SessionState;
import coderbased.fx.Countdown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The Guest State: a code, its remaining time, and the same code in letters.
 *
 * <p>Hop 3 of the Guest Token's way.
 */
final class GuestViewModel implements Screen, Countdown {

    /** The delay of the next code after which the person can ask for it. */
    /** Each number that is shown draws the window; a person is told enough by so few. */
    private static final int STEP_SECONDS = 5;

    private static final Duration DELAY_LIMIT = Duration.ofSeconds(5);

    private final Clock clock;
    private final Runnable newCode;
    private final ReadOnlyStringWrapper qrText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper typedCode = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper timeLeft = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyIntegerWrapper secondsLeft = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper late = new ReadOnlyBooleanWrapper();
    private final BooleanProperty typedCodeShown = new SimpleBooleanProperty();
    private final BooleanProperty enlarged = new SimpleBooleanProperty();
    private Instant shownAt = Instant.EPOCH;
    private Instant expiresAt = Instant.EPOCH;
    private final ReadOnlyBooleanWrapper lastCode = new ReadOnlyBooleanWrapper();

    GuestViewModel(Clock clock, Runnable newCode) {
        this.clock = clock;
        this.newCode = newCode;
    }

    GuestViewModel show(SessionState.Guest state) {
        SessionState.Code code = state.code();
        shownAt = code.shownAt();
        expiresAt = code.expiresAt();
        lastCode.set(code.number() >= code.of());
        qrText.set(code.qrText().value());
        typedCode.set(code.typedCode().value());
        tick();
        return this;
    }

    @Override
    public Duration left() {
        return Duration.between(clock.instant(), expiresAt);
    }

    @Override
    public int step() {
        return STEP_SECONDS;
    }

    @Override
    public void tick() {
        Duration left = left();
        Duration whole = Duration.between(shownAt, expiresAt);
        secondsLeft.set(seconds());
        timeLeft.set(whole.isPositive() ? Math.clamp(1000.0 * secondsLeft.get() / whole.toMillis(), 0, 1) : 0);
        late.set(left.plus(DELAY_LIMIT).isNegative());
        status.set(statusNow());
    }

    private String statusNow() {
        if (late.get()) {
            return MESSAGES.text("guest.status.late");
        }
        if (secondsLeft.get() == 0) {
            return MESSAGES.text(lastCode.get() ? "guest.status.wasLast" : "guest.status.next");
        }
        return MESSAGES.text(lastCode.get() ? "guest.status.last" : "guest.status.waiting");
    }

    /** Returns the text in the QR code. */
    ReadOnlyStringProperty qrText() {
        return qrText.getReadOnlyProperty();
    }

    /** Returns the same code for people without a camera. */
    ReadOnlyStringProperty typedCode() {
        return typedCode.getReadOnlyProperty();
    }

    /** Returns the status in words. */
    ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    /** Returns the remaining share of this code's time, from 1 down to 0, in steps of five seconds. */
    ReadOnlyDoubleProperty timeLeft() {
        return timeLeft.getReadOnlyProperty();
    }

    /** Returns the remaining seconds, rounded up to a multiple of five. */
    ReadOnlyIntegerProperty secondsLeft() {
        return secondsLeft.getReadOnlyProperty();
    }

    /** True if no other code follows this one by itself. */
    ReadOnlyBooleanProperty lastCode() {
        return lastCode.getReadOnlyProperty();
    }

    /** True if the next code is overdue. */
    ReadOnlyBooleanProperty late() {
        return late.getReadOnlyProperty();
    }

    /** True if the typed code is shown. */
    BooleanProperty typedCodeShown() {
        return typedCodeShown;
    }

    /** True if the code fills the whole screen. */
    BooleanProperty enlarged() {
        return enlarged;
    }

    /** Asks for a code now. */
    void newCode() {
        newCode.run();
    }
}
