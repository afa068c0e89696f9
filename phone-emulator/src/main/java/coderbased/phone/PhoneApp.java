package coderbased.phone;

import coderbased.camera.Cameras;
import coderbased.client.ClientConfig;
import coderbased.client.Clients;
import coderbased.client.PhoneClient;
import coderbased.client.ThisDevice;
import coderbased.client.keys.ProfileFolder;
import coderbased.fx.program.SettingsFile;
import coderbased.phone.parts.PhoneSettings;
import java.time.Clock;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The phone emulator as a program of its own: one window, and the client behind it. All wiring is here. */
public final class PhoneApp extends Application {

    private static final String APP = "Coderbased Phone 0.1.0";

    private final PhoneOptions options = new PhoneOptions();
    private final Clock clock = Clock.systemDefaultZone();
    private @Nullable PhoneClient client;
    private @Nullable PhoneWindow window;

    /** Opens the window and returns when it is closed. */
    static void open(String[] args) {
        launch(PhoneApp.class, args);
    }

    @Override
    public void start(Stage stage) {
        options.commandLine().parseArgs(getParameters().getRaw().toArray(String[]::new));
        ProfileFolder folder = options.folder();
        SettingsFile file = new SettingsFile(folder.path().resolve("settings.properties"));
        PhoneSettings settings = options.settings(file);
        open(stage, folder, settings);
        file.trouble().subscribe(this::tell);
    }

    @Override
    public void stop() {
        leave();
    }

    private void open(Stage stage, ProfileFolder folder, PhoneSettings settings) {
        PhoneClient opened = Clients.phone(ClientConfig.of(settings.server().get(), ThisDevice.facts(APP), folder)
                .withClock(clock));
        Cameras cameras = Cameras.ofThisComputer(clock);
        client = opened;
        window = new PhoneWindow(
                stage,
                opened,
                settings,
                cameras,
                clock,
                (other, between) -> reopen(stage, folder, settings, () -> {
                    between.run();
                    settings.server().set(other);
                }));
        window.show();
        cameras.warmUp();
        opened.start();
    }

    /** Opens the window again with a client for the server that is set meanwhile. The typed text stays. */
    private void reopen(Stage stage, ProfileFolder folder, PhoneSettings settings, Runnable between) {
        Platform.setImplicitExit(false);
        PhoneWindow before = window;
        leave();
        between.run();
        settings.openLink().set("");
        open(stage, folder, settings);
        if (before != null && window != null) {
            window.takeOver(before);
        }
        Platform.setImplicitExit(true);
    }

    private void tell(String sentence) {
        if (window != null && !sentence.isEmpty()) {
            window.tell(sentence);
        }
    }

    private void leave() {
        if (window != null) {
            window.close();
            window = null;
        }
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
