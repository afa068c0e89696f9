package coderbased.canary;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Makes the temporary folders of all tests, as JUnit does, and knows them until they are gone. */
public final class KnownFolders implements TempDirFactory {

    private static final int PIECE = 16 * 1024 * 1024;

    /** No secret is longer. */
    private static final int OVERLAP = 4 * 1024;

    private static final Queue<Path> FOLDERS = new ConcurrentLinkedQueue<>();

    @Override
    public Path createTempDirectory(AnnotatedElementContext where, ExtensionContext test) throws IOException {
        Path folder = Files.createTempDirectory("junit-");
        FOLDERS.add(folder);
        return folder;
    }

    /**
     * Returns what their databases hold, as texts of their bytes; those of a large file are its pieces, which overlap a
     * little.
     */
    static Stream<String> databases() {
        FOLDERS.removeIf(folder -> !Files.exists(folder));
        return FOLDERS.stream().flatMap(KnownFolders::files).flatMap(KnownFolders::pieces);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().contains(".db")).toList().stream();
        } catch (IOException | UncheckedIOException _) {
            return Stream.of();
        }
    }

    private static Stream<String> pieces(Path file) {
        try {
            long size = Files.size(file);
            return LongStream.iterate(0, at -> at < size, at -> at + PIECE).mapToObj(at -> read(file, at));
        } catch (NoSuchFileException _) {
            return Stream.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file, long from) {
        try (InputStream bytes = Files.newInputStream(file)) {
            bytes.skipNBytes(from);
            return new String(bytes.readNBytes(PIECE + OVERLAP), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException | EOFException _) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
