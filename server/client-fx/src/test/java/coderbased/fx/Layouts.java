package coderbased.fx;

import coderbased.testing.Deadlines;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for layouts of a window that is shown. A busy machine may be late with them. */
public final class Layouts {

    private static final int PULSES = 4;
    private static final int LIMIT_MILLIS = Deadlines.millis(30_000);

    private Layouts() {}

    /** Waits until the window was laid out and drawn a few times with all earlier changes. */
    public static void pass(Scene scene) {
        for (int i = 0; i < PULSES; i++) {
            CompletableFuture<Void> drawn = new CompletableFuture<>();
            Runnable afterLayout = () -> drawn.complete(null);
            FxThread.later(() -> {
                scene.addPostLayoutPulseListener(afterLayout);
                Platform.requestNextPulse();
            });
            drawn.orTimeout(LIMIT_MILLIS, TimeUnit.MILLISECONDS).join();
            WaitForAsyncUtils.waitForAsyncFx(LIMIT_MILLIS, () -> scene.removePostLayoutPulseListener(afterLayout));
        }
    }
}
