package coderbased.phone.parts;

import coderbased.camera.CameraChoice;
import coderbased.client.net.ServerAddress;
import coderbased.fx.ThemeChoice;
import coderbased.fx.notify.Privacy;
import coderbased.fx.program.SettingsFile;
import coderbased.fx.program.WindowPlace;
import java.net.URI;
import java.util.Properties;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one profile; every change is saved at once. Use on the JavaFX thread once a window is open.
 */
public final class PhoneSettings {

    /** The default server. */
    public static final URI DEFAULT_SERVER = URI.create("http://127.0.0.1:7070");

    private static final String COMMENT = "Coderbased Chat phone emulator";

    private final ObjectProperty<URI> server = new SimpleObjectProperty<>(DEFAULT_SERVER);
    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final ObjectProperty<CameraChoice> camera = new SimpleObjectProperty<>(new CameraChoice.Webcam(""));
    private final ObjectProperty<Privacy> notifications = new SimpleObjectProperty<>(Privacy.NAME_AND_TEXT);
    private final BooleanProperty mirrored = new SimpleBooleanProperty(true);
    private final StringProperty linkHistorySeen = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable WindowPlace> place = new SimpleObjectProperty<>();
    private final StringProperty openLink = new SimpleStringProperty("");
    private final BooleanProperty sound = new SimpleBooleanProperty(false);

    /** Settings that are not saved anywhere. */
    public static PhoneSettings unsaved() {
        return new PhoneSettings();
    }

    /** Returns the settings of that file, saved there whenever they change. */
    public static PhoneSettings in(SettingsFile file) {
        PhoneSettings settings = file.load(PhoneSettings::read, new PhoneSettings());
        Runnable save = () -> file.save(settings.written(), COMMENT);
        settings.server.addListener(change -> save.run());
        settings.theme.addListener(change -> save.run());
        settings.camera.addListener(change -> save.run());
        settings.mirrored.addListener(change -> save.run());
        settings.notifications.addListener(change -> save.run());
        settings.linkHistorySeen.addListener(change -> save.run());
        settings.place.addListener(change -> save.run());
        settings.openLink.addListener(change -> save.run());
        settings.sound.addListener(change -> save.run());
        return settings;
    }

    /** Returns the address of the server. */
    public ObjectProperty<URI> server() {
        return server;
    }

    /** Returns the server's address as people write it. */
    public String serverText() {
        return new ServerAddress(server.get()).toString();
    }

    /** Returns the theme. */
    public ObjectProperty<ThemeChoice> theme() {
        return theme;
    }

    /** Returns the camera that the scanner opens. */
    public ObjectProperty<CameraChoice> camera() {
        return camera;
    }

    /** True if a webcam's picture is mirrored. */
    public BooleanProperty mirrored() {
        return mirrored;
    }

    /** Returns the amount of detail that a notification shows. */
    public ObjectProperty<Privacy> notifications() {
        return notifications;
    }

    /** True if a sound is played when a code is read. */
    public BooleanProperty sound() {
        return sound;
    }

    /** Returns the last entry of the link history that this phone has seen, to notice a rewritten one. */
    public StringProperty linkHistorySeen() {
        return linkHistorySeen;
    }

    /** Returns the last place of the window; null before it was first closed. */
    public ObjectProperty<@Nullable WindowPlace> place() {
        return place;
    }

    /** Returns the code of the computer that waits for an answer; empty if none does. */
    public StringProperty openLink() {
        return openLink;
    }

    private static PhoneSettings read(Properties saved) {
        PhoneSettings settings = new PhoneSettings();
        settings.server.set(SettingsFile.address(saved, "server", DEFAULT_SERVER));
        settings.theme.set(SettingsFile.choice(saved, "theme", ThemeChoice.SYSTEM));
        settings.camera.set(CameraChoice.parse(saved.getProperty("camera", "webcam")));
        settings.mirrored.set(SettingsFile.isOn(saved, "mirrored", true));
        settings.notifications.set(SettingsFile.choice(saved, "notifications", Privacy.NAME_AND_TEXT));
        settings.linkHistorySeen.set(saved.getProperty("link-history-seen", ""));
        settings.place.set(WindowPlace.read(saved));
        settings.openLink.set(saved.getProperty("open-link", ""));
        settings.sound.set(SettingsFile.isOn(saved, "sound", false));
        return settings;
    }

    private Properties written() {
        Properties properties = new Properties();
        properties.setProperty("server", server.get().toString());
        properties.setProperty("theme", SettingsFile.written(theme.get()));
        properties.setProperty("camera", camera.get().text());
        properties.setProperty("mirrored", Boolean.toString(mirrored.get()));
        properties.setProperty("notifications", SettingsFile.written(notifications.get()));
        properties.setProperty("link-history-seen", linkHistorySeen.get());
        properties.setProperty("open-link", openLink.get());
        if (place.get() instanceof WindowPlace last) {
            last.write(properties);
        }
        properties.setProperty("sound", Boolean.toString(sound.get()));
        return properties;
    }
}
