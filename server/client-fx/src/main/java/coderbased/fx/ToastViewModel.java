package coderbased.fx;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Message about what just happened, with an action for a few seconds, for example to undo it. */
public final class ToastViewModel {

    private static final Duration SHOWN_TIME = Duration.ofSeconds(6);

    /** The text; null if there is nothing to do about it. */
    public record Toast(String words, @Nullable Action action) {}

    /** The action of a button, and its label. */
    public record Action(String label, Runnable run) {}

    private final Delay delay;
    private final ReadOnlyObjectWrapper<@Nullable Toast> toast = new ReadOnlyObjectWrapper<>();

    public ToastViewModel(Delay delay) {
        this.delay = delay;
    }

    /** Returns the current message; null for none. */
    public ReadOnlyObjectProperty<@Nullable Toast> toast() {
        return toast.getReadOnlyProperty();
    }

    /** Shows a message for an action that can be undone. */
    public void show(String words, Runnable undo) {
        show(words, new Action(MESSAGES.text("toast.undo"), undo));
    }

    /** Shows a message with an action. */
    public void show(String words, Action action) {
        show(new Toast(words, action));
    }

    /** Shows a message for an action that cannot be undone. */
    public void say(String words) {
        show(new Toast(words, null));
    }

    private void show(Toast fresh) {
        toast.set(fresh);
        delay.run(SHOWN_TIME, () -> end(fresh));
    }

    /** Runs the action of the message. */
    public void act() {
        Toast shown = toast.get();
        if (shown != null && shown.action() != null) {
            toast.set(null);
            shown.action().run().run();
        }
    }

    /** Hides the message. */
    public void dismiss() {
        toast.set(null);
    }

    @SuppressWarnings("ReferenceEquality") // only this message ends, not a newer one
    private void end(Toast over) {
        if (toast.get() == over) {
            toast.set(null);
        }
    }
}
