package coderbased.auth;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** A small secret on disk, made once, that only the server's own user may read. */
final class OwnerOnlyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private OwnerOnlyFile() {}

    /** What is in the file; where there is none yet, what {@code first} makes, kept from now on. */
    static String readOrMake(Path file, Supplier<String> first) throws IOException {
        if (Files.notExists(file)) {
            make(file, first.get());
        }
        return Files.readString(file).strip();
    }

    private static void make(Path file, String secret) throws IOException {
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new", mode(file));
        try {
            Files.writeString(draft, secret + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException anotherServerWasFaster) {
            // Some systems refuse to replace on an atomic move: then what the other one made counts.
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] mode(Path file) throws IOException {
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }
}
