package coderbased.desktop;

import coderbased.client.net.ServerAddress;
import coderbased.fx.ThemeChoice;
import coderbased.fx.notify.Privacy;
import coderbased.fx.program.SettingsFile;
import coderbased.fx.program.WindowPlace;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The settings that one profile of the desktop keeps in its {@link SettingsFile}. Use from one thread. */
public final class SettingsStore {

    private static final String COMMENT = "Coderbased Chat desktop";
    private static final String SERVER = "server";
    private static final String THEME = "theme";
    private static final String LIST_WIDTH = "list.width";
    private static final String NOTIFICATIONS = "notifications";
    private static final String SOUND = "notifications.sound";
    private static final String ENTER_SENDS = "enter.sends";

    private final SettingsFile file;

    /** @param file need not exist; its folder is made at the first save */
    public SettingsStore(Path file) {
        this.file = new SettingsFile(file);
    }

    /** Returns the saved settings; the defaults if there are none or they cannot be read. */
    public DesktopSettings load() {
        return file.load(SettingsStore::read, DesktopSettings.DEFAULT);
    }

    /** Returns the path to which {@link #load} moved an unreadable file, if it did. */
    public Optional<Path> setAside() {
        return file.setAside();
    }

    /** Returns a sentence to show once if the settings could not be read. */
    public Optional<String> trouble() {
        return file.trouble();
    }

    /** Saves the settings. A failure is logged; the settings then hold until the program ends. */
    public void save(DesktopSettings settings) {
        file.save(written(settings), COMMENT);
    }

    private static DesktopSettings read(Properties saved) {
        DesktopSettings settings = DesktopSettings.DEFAULT;
        String server = saved.getProperty(SERVER);
        String theme = saved.getProperty(THEME);
        URI address =
                server == null ? settings.server() : ServerAddress.parse(server).uri();
        ThemeChoice choice = theme == null ? settings.theme() : ThemeChoice.valueOf(theme.toUpperCase(Locale.ROOT));
        return settings.withServer(address)
                .withTheme(choice)
                .withPlace(WindowPlace.read(saved))
                .withListWidth(Double.parseDouble(saved.getProperty(LIST_WIDTH, Double.toString(settings.listWidth()))))
                .withHabits(habits(saved));
    }

    private static ChatHabits habits(Properties saved) {
        ChatHabits habits = ChatHabits.DEFAULT;
        String privacy = saved.getProperty(NOTIFICATIONS, habits.notifications().name());
        return new ChatHabits(
                Privacy.valueOf(privacy.toUpperCase(Locale.ROOT).replace('-', '_')),
                Boolean.parseBoolean(saved.getProperty(SOUND, Boolean.toString(habits.sound()))),
                Boolean.parseBoolean(saved.getProperty(ENTER_SENDS, Boolean.toString(habits.enterSends()))));
    }

    private static Properties written(DesktopSettings settings) {
        Properties properties = new Properties();
        properties.setProperty(SERVER, settings.server().toString());
        properties.setProperty(THEME, settings.theme().name().toLowerCase(Locale.ROOT));
        properties.setProperty(LIST_WIDTH, Double.toString(settings.listWidth()));
        ChatHabits habits = settings.habits();
        properties.setProperty(
                NOTIFICATIONS,
                habits.notifications().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        properties.setProperty(SOUND, Boolean.toString(habits.sound()));
        properties.setProperty(ENTER_SENDS, Boolean.toString(habits.enterSends()));
        WindowPlace place = settings.place();
        if (place != null) {
            place.write(properties);
        }
        return properties;
    }
}
