package coderbased.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** The one place that hops to the JavaFX thread. */
public final class FxThread {

    private FxThread() {}

    /** Runs on the JavaFX thread: at once when called there, later otherwise. */
    public static Executor executor() {
        return task -> {
            if (Platform.isFxApplicationThread()) {
                task.run();
            } else {
                Platform.runLater(task);
            }
        };
    }

    /** Runs a while later. */
    public static Delay delay() {
        return (after, task) -> CompletableFuture.delayedExecutor(
                        after.toMillis(), TimeUnit.MILLISECONDS, Platform::runLater)
                .execute(task);
    }

    /** Runs after what the JavaFX thread is doing now, for example after the layout a change asks for. */
    public static void later(Runnable task) {
        Platform.runLater(task);
    }
}
