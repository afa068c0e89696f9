package coderbased.desktop;

import coderbased.fx.ThemeChoice;
import coderbased.fx.program.SettingsFile;
import coderbased.fx.program.WindowPlace;
import java.net.URI;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one profile.
 *
 * @param server where the server is, for example {@code http://127.0.0.1:7070}
 * @param place where the window stood last; null before it was ever closed
 * @param listWidth how wide the list of chats is, in logical pixels
 */
public record DesktopSettings(
        URI server, ThemeChoice theme, @Nullable WindowPlace place, double listWidth, ChatHabits habits) {

    private static final double LIST_WIDTH = 330;

    /** The settings before anything is set: a server on this machine, the system's theme. */
    public static final DesktopSettings DEFAULT = new DesktopSettings(
            URI.create("http://127.0.0.1:7070"), ThemeChoice.SYSTEM, null, LIST_WIDTH, ChatHabits.DEFAULT);

    public DesktopSettings withServer(URI other) {
        return new DesktopSettings(other, theme, place, listWidth, habits);
    }

    public DesktopSettings withTheme(ThemeChoice other) {
        return new DesktopSettings(server, other, place, listWidth, habits);
    }

    public DesktopSettings withPlace(@Nullable WindowPlace other) {
        return new DesktopSettings(server, theme, other, listWidth, habits);
    }

    DesktopSettings withListWidth(double other) {
        return new DesktopSettings(server, theme, place, other, habits);
    }

    DesktopSettings withHabits(ChatHabits other) {
        return new DesktopSettings(server, theme, place, listWidth, other);
    }

    /** Returns the settings of that file; the defaults if there are none or they cannot be read. */
    public static DesktopSettings in(SettingsFile file) {
        return file.load(DesktopSettings::read, DEFAULT);
    }

    /** Saves the settings in that file. */
    public void save(SettingsFile file) {
        Properties properties = new Properties();
        properties.setProperty("server", server.toString());
        properties.setProperty("theme", SettingsFile.written(theme));
        properties.setProperty("list.width", Double.toString(listWidth));
        properties.setProperty("notifications", SettingsFile.written(habits.notifications()));
        properties.setProperty("notifications.sound", Boolean.toString(habits.sound()));
        properties.setProperty("enter.sends", Boolean.toString(habits.enterSends()));
        if (place != null) {
            place.write(properties);
        }
        file.save(properties, "Coderbased Chat desktop");
    }

    private static DesktopSettings read(Properties saved) {
        ChatHabits habits = DEFAULT.habits();
        return new DesktopSettings(
                SettingsFile.address(saved, "server", DEFAULT.server()),
                SettingsFile.choice(saved, "theme", DEFAULT.theme()),
                WindowPlace.read(saved),
                Double.parseDouble(saved.getProperty("list.width", Double.toString(DEFAULT.listWidth()))),
                new ChatHabits(
                        SettingsFile.choice(saved, "notifications", habits.notifications()),
                        SettingsFile.isOn(saved, "notifications.sound", habits.sound()),
                        SettingsFile.isOn(saved, "enter.sends", habits.enterSends())));
    }
}
