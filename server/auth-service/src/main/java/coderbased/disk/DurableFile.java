package coderbased.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Small files and folders that survive a power cut: after it a file is there as it was or as it was written, never a
 * part of it. Only the server's own user may read them. Thread-safe, as far as one file is written by one thread.
 */
public final class DurableFile {

    private static final String OWNER_ONLY_FILE = "rw-------";
    private static final String OWNER_ONLY_FOLDER = "rwx------";

    private DurableFile() {}

    /** Brings what is in a file, or the entries of a folder, to the disk. */
    interface Disk {
        void force(Path place) throws IOException;
    }

    /** Writes or replaces a file; it is on disk when this returns. */
    public static void write(Path file, String text) throws IOException {
        write(file, text, DurableFile::force);
    }

    static void write(Path file, String text, Disk disk) throws IOException {
        Path folder = folder(file);
        Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".new", mode(folder, OWNER_ONLY_FILE));
        try {
            Files.writeString(draft, text);
            disk.force(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        disk.force(folder);
    }

    /** Deletes a file, if there is one; it does not come back after a power cut. */
    public static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            force(folder(file));
        }
    }

    /** Makes a folder and those that lead to it, if they are not there. */
    public static void makeFolder(Path folder) throws IOException {
        makeFolder(folder, DurableFile::force);
    }

    static void makeFolder(Path folder, Disk disk) throws IOException {
        List<Path> missing = new ArrayList<>();
        Path place = folder.toAbsolutePath();
        while (place != null && Files.notExists(place)) {
            missing.add(place);
            place = place.getParent();
        }
        Files.createDirectories(folder, mode(folder, OWNER_ONLY_FOLDER));
        for (Path made : missing.reversed()) {
            disk.force(folder(made));
        }
    }

    /** Lets only the owner read and write a file, where the system knows owners. */
    public static void keepToOwner(Path file) throws IOException {
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(OWNER_ONLY_FILE));
        }
    }

    /** Forces a file's content, or a folder's entries, to the disk. If folders cannot be forced, the system does it. */
    public static void force(Path place) throws IOException {
        boolean isFolder = Files.isDirectory(place);
        if (isFolder && !isPosix(place)) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(place, isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // A folder that this user may write to and not list.
            if (!isFolder) {
                throw e;
            }
        }
    }

    private static Path folder(Path place) throws IOException {
        Path folder = place.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(place + " is in no folder");
        }
        return folder;
    }

    private static FileAttribute<?>[] mode(Path place, String permissions) {
        return isPosix(place)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
