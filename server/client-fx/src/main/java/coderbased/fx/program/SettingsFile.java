package coderbased.fx.program;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.net.ServerAddress;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores one profile's settings in a file that people can read and edit.
 *
 * <p>A save is atomic. A file without valid settings is set aside, never deleted or overwritten. One that cannot be
 * read now is left untouched, and nothing is saved over it. Used on one thread; the JavaFX thread once there is a
 * window.
 */
public final class SettingsFile {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private boolean handsOff;
    private boolean isSaveTold;

    /** @param file need not exist; its folder is created at the first save */
    public SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * Loads the settings.
     *
     * @param read parses the file's properties; an {@link IllegalArgumentException} marks the file as damaged
     * @param otherwise settings to use if nothing was saved, or it cannot be read
     */
    public <T> T load(Function<Properties, T> read, T otherwise) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties saved = new Properties();
            saved.load(reader);
            return read.apply(saved);
        } catch (NoSuchFileException _) {
            return otherwise;
        } catch (CharacterCodingException | IllegalArgumentException e) {
            LOG.warn("Settings in {} cannot be read: {}", file, e.getMessage());
            putAside();
            return otherwise;
        } catch (IOException e) {
            LOG.warn("Settings in {} cannot be read now; keeping them unchanged: {}", file, e.toString());
            leaveAlone();
            return otherwise;
        }
    }

    /** Returns the words of a choice in a settings file, for example {@code name-and-text}. */
    public static String written(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a choice; {@code otherwise} if it was not saved.
     *
     * @throws IllegalArgumentException if it is not one of the choices
     */
    public static <E extends Enum<E>> E choice(Properties saved, String key, E otherwise) {
        String words = saved.getProperty(key, otherwise.name());
        return Enum.valueOf(
                otherwise.getDeclaringClass(), words.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Reads a setting that is on or off; {@code otherwise} if it was not saved. */
    public static boolean isOn(Properties saved, String key, boolean otherwise) {
        return Boolean.parseBoolean(saved.getProperty(key, Boolean.toString(otherwise)));
    }

    /**
     * Reads the address of a server; {@code otherwise} if it was not saved.
     *
     * @throws IllegalArgumentException if it is not an address
     */
    public static URI address(Properties saved, String key, URI otherwise) {
        return ServerAddress.parse(saved.getProperty(key, otherwise.toString())).uri();
    }

    /**
     * Returns the message for the user if {@link #load} could not read the file, or the first {@link #save} that failed
     * could not write it; empty if there is none, and after {@link #dismissTrouble}.
     */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** Takes the message away, because the user has read it. */
    public void dismissTrouble() {
        trouble.set("");
    }

    /** Saves the settings. The first failure becomes {@link #trouble}; the settings last until the program ends. */
    public void save(Properties settings, String comment) {
        if (handsOff) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                settings.store(writer, comment);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("Settings could not be saved in {}: {}", file, e.toString());
            if (!isSaveTold) {
                isSaveTold = true;
                trouble.set(MESSAGES.text("settings.unsaved", "file", file));
            }
        }
    }

    private void putAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            trouble.set(MESSAGES.text("settings.setAside", "file", aside));
        } catch (IOException e) {
            LOG.warn("Could not move the settings aside either; keeping them unchanged: {}", e.toString());
            leaveAlone();
        }
    }

    private void leaveAlone() {
        handsOff = true;
        trouble.set(MESSAGES.text("settings.leftAlone", "file", file));
    }
}
