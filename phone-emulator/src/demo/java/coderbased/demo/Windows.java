package coderbased.demo;

import coderbased.camera.CameraChoice;
import coderbased.client.ClientConfig;
import coderbased.client.Clients;
import coderbased.client.PhoneClient;
import coderbased.client.keys.ProfileFolder;
import coderbased.desktop.DesktopWindow;
import coderbased.desktop.DesktopSettings;
import coderbased.fx.program.SettingsFile;
import coderbased.fx.program.WindowPlace;
import coderbased.fx.ThemeChoice;
import coderbased.phone.parts.PhoneSettings;
import coderbased.phone.PhoneWindow;
import coderbased.protocol.DeviceFacts;
import java.nio.file.Path;
import java.time.Clock;
import javafx.stage.Stage;

/**
 * The desktop's and the phone's window, side by side.
 *
 * <p>Use on the JavaFX thread.
 */
final class Windows implements AutoCloseable {

    private static final double GAP = 20;

    private final Clock clock = Clock.systemDefaultZone();
    private final Stage desktopStage = new Stage();
    private final Stage phoneStage = new Stage();
    private final PhoneSettings phoneSettings = PhoneSettings.unsaved();
    private final PhoneClient phoneClient;
    private final PhoneWindow phone;
    private final DesktopWindow desktop;

    /**
     * Makes both.
     *
     * @param adasPhone where Ada's phone is signed in
     * @param adasDesktop where her desktop keeps what it is given
     * @param place where the desktop's window stands
     */
    Windows(Nodes server, ProfileFolder adasPhone, ProfileFolder adasDesktop, WindowPlace place) {
        this.phoneClient = Clients.phone(
                ClientConfig.of(server.forThePhone(), device("Ada's phone", "Coderbased Phone"), adasPhone)
                        .withClock(clock));
        phoneSettings.server().set(server.forThePhone());
        this.phone = new PhoneWindow(phoneStage, phoneClient, phoneSettings);
        phoneStage.setX(place.x() + place.width() + GAP);
        phoneStage.setY(place.y());
        SettingsFile store = new SettingsFile(adasDesktop.path().resolve("desktop.properties"));
        DesktopSettings settings = DesktopSettings.DEFAULT
                .withServer(server.forTheDesktop())
                .withTheme(ThemeChoice.LIGHT)
                .withPlace(place);
        phoneSettings.theme().set(ThemeChoice.LIGHT);
        desktop = new DesktopWindow(
                desktopStage,
                address -> Clients.web(
                        ClientConfig.of(address, device("Ada's desktop", "Coderbased Desktop"), adasDesktop)
                                .withClock(clock)),
                settings,
                store,
                clock);
        desktop.open();
        phoneClient.start();
        phone.show();
    }

    /** Sets the camera that the phone scans with. */
    void look(CameraChoice through) {
        phoneSettings.camera().set(through);
    }

    Stage desktop() {
        return desktopStage;
    }

    Stage phone() {
        return phoneStage;
    }

    /** Returns the hands at the desktop, which also take pictures of it. */
    Hands atTheDesktop(Path pictures) {
        return new Hands(desktopStage, desktop.theme(), pictures);
    }

    /** Returns the hands at the phone, which also take pictures of it. */
    Hands atThePhone(Path pictures) {
        return new Hands(phoneStage, phoneSettings.theme(), pictures);
    }

    @Override
    public void close() {
        desktopStage.close();
        phone.close();
        phoneClient.close();
    }

    private DeviceFacts device(String name, String app) {
        return new DeviceFacts(name, app, System.getProperty("os.name"));
    }
}
