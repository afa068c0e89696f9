package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutsideTest {

    @TempDir
    private Path folder;

    @Test
    void savedFileHasTheUsualRights() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path kept = Files.writeString(folder.resolve("kept"), "words");
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-------"));
        Path usual = Files.createFile(folder.resolve("usual"));
        Path saved = folder.resolve("saved.txt");
        Outside.copy(kept, saved);
        assertEquals("words", Files.readString(saved));
        assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(saved));
    }

    @Test
    void missingOriginalLeavesNoFile() {
        Path saved = folder.resolve("saved.txt");
        assertThrows(IOException.class, () -> Outside.copy(folder.resolve("nothing"), saved));
        assertFalse(Files.exists(saved));
    }
}
