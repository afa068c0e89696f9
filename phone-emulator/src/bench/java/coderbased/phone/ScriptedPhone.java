package coderbased.phone;

import coderbased.fx.FxThread;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.stage.Window;

/** The phone program, with a thread that presses the button whose id is on the next line of its input. */
final class ScriptedPhone {

    private ScriptedPhone() {}

    public static void main(String[] args) {
        Thread.ofPlatform().daemon().start(ScriptedPhone::listen);
        Main.main(args);
    }

    private static void listen() {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String id = in.readLine(); id != null; id = in.readLine()) {
                press("#" + id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Presses a button on the JavaFX thread as soon as it is there. */
    private static void press(String button) {
        Platform.runLater(() -> {
            List<Window> windows = Window.getWindows();
            Node found = windows.isEmpty() ? null : windows.getFirst().getScene().lookup(button);
            if (found instanceof ButtonBase there) {
                there.fire();
            } else {
                FxThread.delay().run(Duration.ofMillis(200), () -> press(button));
            }
        });
    }
}
