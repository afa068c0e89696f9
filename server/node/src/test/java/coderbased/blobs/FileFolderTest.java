package coderbased.blobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.files.FileStore;
import coderbased.files.FilesDown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** Files in a folder keep the contract. */
final class FileFolderTest extends FileStoreContract {

    private static final int PIECE = 700 * 1024;

    @TempDir
    private Path folder;

    @Override
    FileStore open() throws IOException {
        return new FileFolder(folder);
    }

    /** Skipped if this program may not mount a file system. */
    @Test
    void anUploadContinuesAfterTheDiskWasFull() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=1m", "none", disk.toString());
        try {
            FileStore small = new FileFolder(disk);
            byte[] bytes = new byte[2 * PIECE];
            new Random(1).nextBytes(bytes);
            assertTrue(small.append("u", 0, Arrays.copyOf(bytes, PIECE)));
            assertThrows(FilesDown.class, () -> small.append("u", PIECE, Arrays.copyOfRange(bytes, PIECE, 2 * PIECE)));
            run("mount", "-o", "remount,size=4m", disk.toString());
            int received = (int) small.received("u");
            assertTrue(small.append("u", received, Arrays.copyOfRange(bytes, received, 2 * PIECE)));
            assertEquals(-1, Arrays.mismatch(bytes, Files.readAllBytes(disk.resolve("uploads/u"))));
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void run(String... command) throws Exception {
        try {
            if (new ProcessBuilder(command).start().waitFor() != 0) {
                throw new TestAbortedException("no file system can be mounted here");
            }
        } catch (IOException e) {
            throw new TestAbortedException("no file system can be mounted here", e);
        }
    }
}
