package coderbased.blobs;

import coderbased.disk.DurableFile;
import coderbased.files.FileCopy;
import coderbased.files.FileStore;
import coderbased.files.FilesDown;
import coderbased.outage.OutageLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files in a folder of the server's own: complete ones as {@code ab/cd/HASH-ID}, with the first characters of the hash
 * as folders, so that no folder gets too full, and uploads under way as {@code uploads/ID}.
 */
public final class FileFolder implements FileStore {

    private static final int CHUNK = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(FileFolder.class);

    private final OutageLog reading =
            new OutageLog(LOG, "Reading files", OutageLog.Repeat.EVERY_MINUTE, System::nanoTime);
    private final OutageLog writing =
            new OutageLog(LOG, "Writing files", OutageLog.Repeat.EVERY_MINUTE, System::nanoTime);
    private final Path folder;
    private final Path uploads;

    /**
     * Opens a folder, and creates it for its owner alone if there is none.
     *
     * @throws IOException if it cannot be created
     */
    public FileFolder(Path folder) throws IOException {
        this.folder = folder;
        this.uploads = folder.resolve("uploads");
        DurableFile.makeFolder(uploads);
    }

    @Override
    public long received(String uploadId) {
        return run(reading, () -> {
            try {
                return Files.size(uploads.resolve(uploadId));
            } catch (NoSuchFileException _) {
                return 0L;
            }
        });
    }

    @Override
    public boolean append(String uploadId, long offset, byte[] piece) {
        // Only a first piece may create the file.
        Set<StandardOpenOption> how = offset == 0
                ? Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                : Set.of(StandardOpenOption.WRITE);
        return run(writing, () -> {
            try (FileChannel file = FileChannel.open(uploads.resolve(uploadId), how, mode("rw-------"))) {
                return append(file, offset, piece);
            } catch (NoSuchFileException _) {
                return false;
            }
        });
    }

    @Override
    public boolean keep(FileCopy copy) {
        return run(writing, () -> {
            Path upload = uploads.resolve(copy.uploadId());
            if (!hash(upload).equals(copy.sha256())) {
                Files.deleteIfExists(upload);
                return false;
            }
            move(upload, copy);
            return true;
        });
    }

    @Override
    public void drop(String uploadId) {
        run(writing, () -> Files.deleteIfExists(uploads.resolve(uploadId)));
    }

    @Override
    public SeekableByteChannel open(FileCopy copy) {
        return run(reading, () -> Files.newByteChannel(kept(copy)));
    }

    @Override
    public void remove(FileCopy copy) {
        run(writing, () -> Files.deleteIfExists(kept(copy)));
    }

    /** Moves a file to its final place; the file and the folders above it are on disk when this returns. */
    private void move(Path upload, FileCopy copy) throws IOException {
        DurableFile.force(upload);
        Path inner = inner(copy);
        DurableFile.makeFolder(inner);
        Files.move(upload, kept(copy), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        // The folders above may be new as well, perhaps from another upload that has not yet forced them to disk.
        DurableFile.force(inner);
        DurableFile.force(outer(copy));
        DurableFile.force(folder);
    }

    private Path outer(FileCopy copy) {
        return folder.resolve(copy.sha256().substring(0, 2));
    }

    private Path inner(FileCopy copy) {
        return outer(copy).resolve(copy.sha256().substring(2, 4));
    }

    private Path kept(FileCopy copy) {
        return inner(copy).resolve(copy.name());
    }

    /**
     * Writes a piece at its offset, so that another node that writes the same piece at the same time overwrites it. If
     * the disk fills up in the middle, what was written stays: it is a correct beginning of the piece, and truncating
     * the file could remove what another node has written after it.
     */
    private static boolean append(FileChannel file, long offset, byte[] piece) throws IOException {
        if (file.size() != offset) {
            return false;
        }
        ByteBuffer bytes = ByteBuffer.wrap(piece);
        while (bytes.hasRemaining()) {
            file.write(bytes, offset + bytes.position());
        }
        return true;
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int n = bytes.read(chunk); n >= 0; n = bytes.read(chunk)) {
                digest.update(chunk, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private FileAttribute<?>[] mode(String permissions) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static <T> T run(OutageLog log, OnDisk<T> work) {
        try {
            T result = work.run();
            log.works();
            return result;
        } catch (IOException e) {
            log.failed(e.getClass().getName(), e);
            throw new FilesDown("the disk refused", e);
        }
    }

    private interface OnDisk<T> {
        T run() throws IOException;
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
