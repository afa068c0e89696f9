package coderbased.phone.scan;

import coderbased.qr.Hint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The message below the scanner's picture: answers to a press stay for a while, and hints do not flicker. */
final class ScanRemarks {

    /** The time for which the answer to a press stays, whatever the camera sees meanwhile. */
    private static final Duration ANSWER_STAYS = Duration.ofSeconds(4);

    private final InstantSource clock;
    private final BooleanSupplier isScreen;
    private final SteadyHint steadyHint = new SteadyHint();
    private final ReadOnlyObjectWrapper<ScanMessage> message = new ReadOnlyObjectWrapper<>(ScanMessage.aim(false));
    private Instant answerStaysUntil = Instant.MIN;

    /** @param isScreen true while the source is a screen, which is not moved, lit or held */
    ScanRemarks(InstantSource clock, BooleanSupplier isScreen) {
        this.clock = clock;
        this.isScreen = isScreen;
    }

    ReadOnlyObjectProperty<ScanMessage> message() {
        return message.getReadOnlyProperty();
    }

    /** Begins anew with a message. */
    void begin(ScanMessage first) {
        message.set(first);
        answerStaysUntil = Instant.MIN;
        steadyHint.reset();
    }

    /** Says something at once. */
    void say(ScanMessage now) {
        message.set(now);
    }

    /** Answers a press. */
    void answer(ScanMessage answer) {
        message.set(answer);
        answerStaysUntil = clock.instant().plus(ANSWER_STAYS);
    }

    /** Says what the camera sees, unless the answer to a press is still to be read. */
    void see(ScanMessage seen) {
        if (!clock.instant().isBefore(answerStaysUntil)) {
            message.set(seen);
        }
    }

    /** Says how to help a camera that sees no code. */
    void help(Hint hint) {
        Hint shown = isScreen.getAsBoolean() ? Hint.NONE : steadyHint.after(hint);
        if (shown != Hint.NONE || message.get().tone() == ScanMessage.Tone.HINT) {
            see(ScanMessage.of(shown, aim()));
        }
    }

    /** Returns the standing advice. */
    ScanMessage aim() {
        return ScanMessage.aim(isScreen.getAsBoolean());
    }
}
