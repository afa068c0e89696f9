package coderbased.desktop;

import coderbased.client.ServerAddress;
import coderbased.fx.ThemeChoice;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one profile's settings in a file that a person can read and edit.
 *
 * <p>A save is atomic. A file that can not be read is set aside, never deleted or overwritten, and the person is told once.
 * Use from one thread.
 */
public final class SettingsStore {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final String SERVER = "server";
    private static final String THEME = "theme";
    private static final String[] PLACE = {"window.x", "window.y", "window.width", "window.height"};

    private final Path file;
    private @Nullable Path setAside;
    private boolean handsOff;

    /** @param file need not exist; its folder is made at the first save */
    public SettingsStore(Path file) {
        this.file = file;
    }

    /** What was saved; the defaults where nothing was, or where it can not be read. */
    public Settings load() {
        if (!Files.exists(file)) {
            return Settings.DEFAULT;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties saved = new Properties();
            saved.load(reader);
            return read(saved);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("settings in {} can not be read: {}", file, e.getMessage());
            putAside();
            return Settings.DEFAULT;
        }
    }

    /** Where {@link #load} put a file it could not read, if it did. */
    public Optional<Path> setAside() {
        return Optional.ofNullable(setAside);
    }

    /** Saves. A disk that refuses is logged; the settings hold until the program ends. */
    public void save(Settings settings) {
        if (handsOff) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                written(settings).store(writer, "Coderbased Chat desktop");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("settings could not be saved in {}: {}", file, e.toString());
        }
    }

    private static Settings read(Properties saved) {
        Settings settings = Settings.DEFAULT;
        String server = saved.getProperty(SERVER);
        String theme = saved.getProperty(THEME);
        URI address =
                server == null ? settings.server() : ServerAddress.parse(server).uri();
        ThemeChoice choice = theme == null ? settings.theme() : ThemeChoice.valueOf(theme.toUpperCase(Locale.ROOT));
        return new Settings(address, choice, saved.containsKey(PLACE[0]) ? place(saved) : null);
    }

    private static WindowPlace place(Properties saved) {
        double[] values = new double[PLACE.length];
        for (int i = 0; i < PLACE.length; i++) {
            values[i] = Double.parseDouble(saved.getProperty(PLACE[i], ""));
        }
        return new WindowPlace(values[0], values[1], values[2], values[3]);
    }

    private static Properties written(Settings settings) {
        Properties properties = new Properties();
        properties.setProperty(SERVER, settings.server().toString());
        properties.setProperty(THEME, settings.theme().name().toLowerCase(Locale.ROOT));
        WindowPlace place = settings.place();
        if (place != null) {
            double[] values = {place.x(), place.y(), place.width(), place.height()};
            for (int i = 0; i < PLACE.length; i++) {
                properties.setProperty(PLACE[i], Double.toString(values[i]));
            }
        }
        return properties;
    }

    private void putAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            setAside = aside;
        } catch (IOException e) {
            handsOff = true;
            LOG.warn("they can not be moved aside either, so they stay as they are: {}", e.toString());
        }
    }
}
