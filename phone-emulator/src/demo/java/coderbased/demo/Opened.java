package coderbased.demo;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The resources that the demo has opened so far, closed in reverse order. */
final class Opened implements AutoCloseable {

    @Nullable Nodes server;

    @Nullable People people;

    @Nullable Windows windows;

    Nodes server() {
        return Objects.requireNonNull(server, "the server was not started");
    }

    People people() {
        return Objects.requireNonNull(people, "the people have no accounts yet");
    }

    Windows windows() {
        return Objects.requireNonNull(windows, "no window was opened");
    }

    @Override
    public void close() throws Exception {
        Windows shown = windows;
        if (shown != null) {
            Hands.onFx(() -> {
                shown.close();
                return true;
            });
        }
        if (people != null) {
            people.close();
        }
        if (server != null) {
            server.close();
        }
    }
}
