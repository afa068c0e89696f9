package coderbased.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Switches to the JavaFX thread; no other class does. */
public final class FxThread {

    private FxThread() {}

    /** Returns an executor for the JavaFX thread: tasks run at once if submitted there, otherwise later. */
    public static Executor executor() {
        return task -> {
            if (Platform.isFxApplicationThread()) {
                task.run();
            } else {
                Platform.runLater(task);
            }
        };
    }

    /** Returns a delay that ends on the JavaFX thread. */
    public static Delay delay() {
        return (after, task) -> CompletableFuture.delayedExecutor(
                        after.toMillis(), TimeUnit.MILLISECONDS, Platform::runLater)
                .execute(task);
    }

    /** Runs a task after the current event of the JavaFX thread, for example after the layout that a change causes. */
    public static void later(Runnable task) {
        Platform.runLater(task);
    }
}
