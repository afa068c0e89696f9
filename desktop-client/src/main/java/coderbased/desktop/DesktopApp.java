package coderbased.desktop;

import coderbased.client.ClientConfig;
import coderbased.client.Clients;
import coderbased.client.ThisDevice;
import coderbased.client.keys.ProfileFolder;
import coderbased.fx.program.About;
import coderbased.fx.program.SettingsFile;
import coderbased.protocol.DeviceFacts;
import java.time.Clock;
import java.time.ZoneId;
import javafx.application.Application;
import javafx.stage.Stage;

/** The program's wiring: starts JavaFX and builds one {@link DesktopWindow}. */
public final class DesktopApp extends Application {

    private static final String SETTINGS_FILE = "desktop.properties";

    /** Starts JavaFX; returns when the last window is closed. */
    static void start(String[] args) {
        launch(DesktopApp.class, args);
    }

    @Override
    public void start(Stage stage) {
        DesktopOptions options = new DesktopOptions();
        options.commandLine().parseArgs(getParameters().getRaw().toArray(String[]::new));
        ProfileFolder folder = options.folder();
        DeviceFacts device = ThisDevice.facts("Coderbased Desktop " + About.version(DesktopApp.class));
        Clock clock = Clock.system(ZoneId.systemDefault());
        SettingsFile store = new SettingsFile(folder.path().resolve(SETTINGS_FILE));
        DesktopSettings saved = DesktopSettings.in(store);
        DesktopSettings settings = options.over(saved);
        if (!settings.equals(saved)) {
            // The login that follows belongs to this server, however the program ends.
            settings.save(store);
        }
        new DesktopWindow(
                        stage,
                        server -> Clients.web(
                                ClientConfig.of(server, device, folder).withClock(clock)),
                        settings,
                        store,
                        clock)
                .withNotifications()
                .open();
    }
}
