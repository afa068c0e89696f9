package coderbased.client.files;

import coderbased.client.keys.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Stored files of a session: complete ones under their hash, in a folder of their owner alone; partial ones in its
 * subfolder {@code partial}.
 *
 * <p>Thread-safe. After {@link #wipe} nothing can be stored any more, even by transfers that still run.
 */
final class KeptFiles {

    /** Prefix of partial copies; partial downloads have their hash as name. */
    static final String COPY_PREFIX = "taking-";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int CHUNK_BYTES = 64 * 1024;

    private final Path folder;
    private final Path partial;
    private boolean wiped;

    KeptFiles(Path folder) {
        this.folder = folder;
        this.partial = folder.resolve("partial");
    }

    /** Returns the path of the file with that hash, if it is stored. */
    Optional<Path> find(String sha256) {
        return isHash(sha256) ? Optional.of(folder.resolve(sha256)).filter(Files::isRegularFile) : Optional.empty();
    }

    /** True if it is a SHA-256 hash. It comes from a server and becomes a path, so nothing else may pass. */
    static boolean isHash(String sha256) {
        return HASH.matcher(sha256).matches();
    }

    /** Returns the number of stored bytes of a partial file. */
    synchronized long received(String part) throws IOException {
        try {
            return Files.size(partial.resolve(part));
        } catch (NoSuchFileException _) {
            return 0;
        }
    }

    /** Appends bytes to a partial file that has {@code offset} bytes. */
    synchronized void append(String part, long offset, byte[] bytes) throws IOException {
        requireNotWiped();
        OwnerOnly.makeFolder(folder);
        OwnerOnly.makeFolder(partial);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (FileChannel file = FileChannel.open(partial.resolve(part), options, OwnerOnly.file(partial))) {
            file.truncate(offset).position(offset);
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                file.write(left);
            }
        }
    }

    /**
     * Stores a complete file; it is on disk when this returns.
     *
     * @return its path
     */
    synchronized Path keep(String part, String sha256) throws IOException {
        requireNotWiped();
        Path kept = folder.resolve(sha256);
        try (FileChannel file = FileChannel.open(partial.resolve(part), StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(partial.resolve(part), kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        OwnerOnly.forceFolder(folder);
        return kept;
    }

    /** Returns the hash of a partial file. */
    String hash(String part) throws IOException {
        MessageDigest digest = sha256();
        byte[] chunk = new byte[CHUNK_BYTES];
        try (InputStream bytes = Files.newInputStream(partial.resolve(part))) {
            for (int n = bytes.read(chunk); n >= 0; n = bytes.read(chunk)) {
                digest.update(chunk, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Deletes a partial file. */
    synchronized void drop(String part) throws IOException {
        Files.deleteIfExists(partial.resolve(part));
    }

    /** Deletes partial copies of an earlier start; partial downloads stay. */
    synchronized void tidy() {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(partial, COPY_PREFIX + "*")) {
            for (Path one : left) {
                Files.deleteIfExists(one);
            }
        } catch (IOException _) {
            // Then there is nothing to delete.
        }
    }

    /** Deletes all files; nothing can be stored any more. */
    synchronized void wipe() throws IOException {
        wiped = true;
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private void requireNotWiped() throws IOException {
        if (wiped) {
            throw new IOException("the session has ended");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
