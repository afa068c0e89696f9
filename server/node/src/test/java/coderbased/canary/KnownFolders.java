package coderbased.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Makes the temporary folders of all tests, as JUnit does, and knows them until they are gone. */
public final class KnownFolders implements TempDirFactory {

    private static final Queue<Path> FOLDERS = new ConcurrentLinkedQueue<>();

    @Override
    public Path createTempDirectory(AnnotatedElementContext where, ExtensionContext test) throws IOException {
        Path folder = Files.createTempDirectory("junit-");
        FOLDERS.add(folder);
        return folder;
    }

    /** What their databases hold, each file as a text of its bytes. */
    static Stream<String> databases() {
        FOLDERS.removeIf(folder -> !Files.exists(folder));
        return FOLDERS.stream().flatMap(KnownFolders::files).map(KnownFolders::read);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().contains(".db")).toList().stream();
        } catch (IOException | UncheckedIOException goingAway) {
            return Stream.of();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException gone) {
            return "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
