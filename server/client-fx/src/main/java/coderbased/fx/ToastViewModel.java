package coderbased.fx;

import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Tells what was just done, and for a few seconds how to undo it. */
public final class ToastViewModel {

    private static final Duration SHOWN = Duration.ofSeconds(6);

    /** What was done, and how to undo it; null where there is nothing to undo. */
    public record Toast(String words, @Nullable Runnable undo) {}

    private final Delay delay;
    private final ReadOnlyObjectWrapper<@Nullable Toast> toast = new ReadOnlyObjectWrapper<>();

    public ToastViewModel(Delay delay) {
        this.delay = delay;
    }

    /** What to say; null for nothing. */
    public ReadOnlyObjectProperty<@Nullable Toast> toast() {
        return toast.getReadOnlyProperty();
    }

    /** Tells that something was done, in place of what was told before. */
    public void show(String words, Runnable undo) {
        show(new Toast(words, undo));
    }

    /** Tells something that cannot be undone. */
    public void say(String words) {
        show(new Toast(words, null));
    }

    private void show(Toast fresh) {
        toast.set(fresh);
        delay.run(SHOWN, () -> end(fresh));
    }

    /** The person wants it undone. */
    public void undo() {
        Toast shown = toast.get();
        if (shown != null && shown.undo() != null) {
            toast.set(null);
            shown.undo().run();
        }
    }

    /** The person has read it. */
    public void dismiss() {
        toast.set(null);
    }

    @SuppressWarnings("ReferenceEquality") // only this very one is over
    private void end(Toast over) {
        if (toast.get() == over) {
            toast.set(null);
        }
    }
}
