package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database holds every message, so no other user of the machine may read it. */
final class DatabaseOwnerTest {

    @Test
    void databaseBelongsToItsOwnerAloneInAFolderThatOthersRead(@TempDir Path folder) throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path file = folder.resolve("coderbased.db");
        for (int start = 0; start < 2; start++) {
            try (Database database = Databases.open(file)) {
                assertEquals(List.of(), othersMayRead(folder));
                assertEquals(Optional.empty(), database.lost());
            }
        }
    }

    private static List<Path> othersMayRead(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("coderbased.db"))
                    .filter(file -> !owners(file).equals("rw-------"))
                    .toList();
        }
    }

    private static String owners(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
