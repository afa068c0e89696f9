package coderbased.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In what order a file comes to the disk. */
final class DurableFileTest {

    @TempDir
    private Path folder;

    @Test
    void theTextIsOnDiskBeforeItHasItsNameAndTheNameBeforeAnybodyIsTold() throws IOException {
        Path file = folder.resolve("key");
        Files.writeString(file, "old");
        List<String> forced = new ArrayList<>();

        DurableFile.write(file, "new", place -> {
            if (place.equals(folder)) {
                forced.add("folder, file is " + Files.readString(file));
            } else {
                forced.add("draft is " + Files.readString(place) + ", file is " + Files.readString(file));
            }
        });

        assertEquals(List.of("draft is new, file is old", "folder, file is new"), forced);
        assertEquals(List.of("key"), names());
    }

    @Test
    void aDiskThatRefusesLeavesTheOldTextAndNothingElse() throws IOException {
        Path file = folder.resolve("key");
        Files.writeString(file, "old");

        assertThrows(
                IOException.class,
                () -> DurableFile.write(file, "new", place -> {
                    throw new IOException("no space");
                }));

        assertEquals("old", Files.readString(file));
        assertEquals(List.of("key"), names());
    }

    @Test
    void eachNewFolderIsOnDiskInTheOneThatHoldsIt() throws IOException {
        List<Path> forced = new ArrayList<>();
        Path inner = folder.resolve("a").resolve("b");

        DurableFile.makeFolder(inner, forced::add);
        DurableFile.makeFolder(inner, forced::add);

        assertTrue(Files.isDirectory(inner));
        assertEquals(List.of(folder, folder.resolve("a")), forced);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }
}
