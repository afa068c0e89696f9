package coderbased.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The check that open files are still the ones at their paths. A file that was deleted or replaced, or that another
 * mount covers, can be written to as before, but everything written is gone when it is closed.
 *
 * <p>Thread-safe. A check costs one system call per file.
 */
final class OpenedFiles {

    private static final Logger LOG = LoggerFactory.getLogger(OpenedFiles.class);

    private final Map<Path, Object> opened = new LinkedHashMap<>();
    private final Supplier<Optional<String>> content;
    private final AtomicBoolean said = new AtomicBoolean();

    /**
     * Remembers the files that are at these paths now.
     *
     * @param content returns a reason if their content is not the server's own
     */
    OpenedFiles(List<Path> paths, Supplier<Optional<String>> content) throws IOException {
        this.content = content;
        for (Path path : paths) {
            opened.put(path, identity(path));
        }
    }

    /** Returns the reason why the first such file is not the one at its path; empty if all are. Logs a change. */
    Optional<String> lost() {
        Optional<String> lost = opened.entrySet().stream()
                .flatMap(file -> lost(file.getKey(), file.getValue()).stream())
                .findFirst()
                .or(content);
        if (lost.isPresent() && said.compareAndSet(false, true)) {
            LOG.error(
                    "{}. Nothing is stored any more. Stop the server, restore the data directory, from a copy if"
                            + " needed, then start the server again",
                    lost.get());
        } else if (lost.isEmpty() && said.compareAndSet(true, false)) {
            LOG.warn("The open files are at their paths again; messages are stored again");
        }
        return lost;
    }

    private static Optional<String> lost(Path path, Object identity) {
        try {
            return identity(path).equals(identity)
                    ? Optional.empty()
                    : Optional.of("The open file " + path + " was replaced, or is hidden by another mount");
        } catch (NoSuchFileException _) {
            return Optional.of("The open file " + path + " was deleted or moved away");
        } catch (IOException e) {
            return Optional.of("The open file " + path + " cannot be found any more (" + e.getMessage() + ")");
        }
    }

    /** Systems without a key for files do not let open ones be deleted, so their age is enough. */
    private static Object identity(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        Object key = attributes.fileKey();
        return key == null ? attributes.creationTime() : key;
    }
}
