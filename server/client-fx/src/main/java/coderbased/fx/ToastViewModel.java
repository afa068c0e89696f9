package coderbased.fx;

import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Message about the last action, which can be undone for a few seconds. */
public final class ToastViewModel {

    private static final Duration SHOWN_TIME = Duration.ofSeconds(6);

    /** The text, and the undo action; null if it cannot be undone. */
    public record Toast(String words, @Nullable Runnable undo) {}

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
        show(new Toast(words, undo));
    }

    /** Shows a message for an action that cannot be undone. */
    public void say(String words) {
        show(new Toast(words, null));
    }

    private void show(Toast fresh) {
        toast.set(fresh);
        delay.run(SHOWN_TIME, () -> end(fresh));
    }

    /** Undoes the action. */
    public void undo() {
        Toast shown = toast.get();
        if (shown != null && shown.undo() != null) {
            toast.set(null);
            shown.undo().run();
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
