package coderbased.fx.program;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores one profile's settings in a file that people can read and edit.
 *
 * <p>A save is atomic. A file without valid settings is set aside, never deleted or overwritten. One that cannot be
 * read now is left untouched, and nothing is saved over it. Used on one thread.
 */
public final class SettingsFile {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;
    private @Nullable Path setAside;
    private boolean handsOff;

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
            handsOff = true;
            return otherwise;
        }
    }

    /** Returns the path to which {@link #load} moved a damaged file, if it did; shown to the user once. */
    public Optional<Path> setAside() {
        return Optional.ofNullable(setAside);
    }

    /** Returns the message for the user if {@link #load} could not read the file; shown once. */
    public Optional<String> trouble() {
        return handsOff
                ? Optional.of(MESSAGES.text("settings.leftAlone", "file", file))
                : setAside().map(aside -> MESSAGES.text("settings.setAside", "file", aside));
    }

    /** Saves the settings. A failure is logged; the settings then last until the program ends. */
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
        }
    }

    private void putAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            setAside = aside;
        } catch (IOException e) {
            handsOff = true;
            LOG.warn("Could not move the settings aside either; keeping them unchanged: {}", e.toString());
        }
    }
}
