package coderbased.client;

import coderbased.protocol.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the credentials in one file of its owner alone, replaced as a whole: written beside, forced to disk, moved
 * over. Where the system has a keychain the file is sealed, and the key to it lies there.
 *
 * <p>A temporary file that a crash left behind is never read, and overwritten by the next save. Thread-safe.
 */
final class FileCredentialStore implements CredentialStore {

    private static final String SEALED = "{\"sealed\"";
    private static final Logger LOG = LoggerFactory.getLogger(FileCredentialStore.class);

    private final Path folder;
    private final Path file;
    private final Path beside;
    private final Seal seal;

    FileCredentialStore(Path folder, Seal seal) {
        this.folder = folder;
        this.seal = seal;
        this.file = folder.resolve("credentials.json");
        this.beside = folder.resolve("credentials.json.new");
    }

    @Override
    public synchronized Optional<Credentials> load() {
        try {
            return Optional.of(Wire.read(opened(Files.readString(file)), Credentials.class));
        } catch (NoSuchFileException nothingKept) {
            return Optional.empty();
        } catch (Wire.Malformed | IOException damaged) {
            setAside(damaged);
            return Optional.empty();
        }
    }

    @Override
    public synchronized void save(Credentials credentials) {
        try {
            OwnerOnly.makeFolder(folder);
            Files.deleteIfExists(beside);
            String open = Wire.write(credentials);
            write(seal.close(open).map(Sealed::new).map(Wire::write).orElse(open));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            OwnerOnly.forceFolder(folder);
        } catch (IOException full) {
            throw new UncheckedIOException("the login could not be saved in " + folder, full);
        }
    }

    @Override
    public synchronized void wipe() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(beside);
            seal.forget();
        } catch (IOException held) {
            throw new UncheckedIOException("the login could not be removed from " + folder, held);
        }
    }

    private String opened(String kept) throws IOException, Wire.Malformed {
        if (!kept.startsWith(SEALED)) {
            return kept;
        }
        return seal.open(Wire.read(kept, Sealed.class).sealed())
                .orElseThrow(() -> new IOException("the keychain does not hold the key to it"));
    }

    private void write(String json) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(beside, options, OwnerOnly.file(folder))) {
            ByteBuffer bytes = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private void setAside(Exception why) {
        Path aside = folder.resolve("credentials.json.damaged");
        LOG.warn(
                "the saved login can not be read ({}); it is kept as {}",
                why.getClass().getSimpleName(),
                aside);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException stays) {
            LOG.warn("it could not be set aside either", stays);
        }
    }

    /** What stands in the file instead of the credentials. */
    private record Sealed(String sealed) {}
}
