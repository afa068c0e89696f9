package coderbased.client.keys;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
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
 * Stores the credentials in one file, readable by its owner only and replaced as a whole: written to a temporary file,
 * forced to disk, then moved over. With a system keychain the file is sealed, and its key is in the keychain. While the
 * keychain or the disk does not respond, the file is left untouched.
 *
 * <p>A temporary file that a crash has left is never read, and is overwritten by the next save. Thread-safe.
 */
final class FileCredentialStore implements CredentialStore {

    private static final String SEALED_PREFIX = "{\"sealed\"";
    /** At least the length of a login. */
    private static final int LOGIN_CHARS = 8_192;

    private static final Logger LOG = LoggerFactory.getLogger(FileCredentialStore.class);

    private final Path folder;
    private final Path file;
    private final Path beside;
    private final Path replaced;
    private final Seal seal;

    FileCredentialStore(Path folder, Seal seal) {
        this.folder = folder;
        this.seal = seal;
        this.file = folder.resolve("credentials.json");
        this.beside = folder.resolve("credentials.json.new");
        this.replaced = folder.resolve("credentials.json.replaced");
    }

    @Override
    public synchronized KeptLogin load() {
        return OwnerOnly.isBlocked(folder) ? new KeptLogin.NotThere() : read(file);
    }

    @Override
    public synchronized Optional<String> saveProblem() {
        try {
            OwnerOnly.makeFolder(folder);
            Files.deleteIfExists(beside);
            write(" ".repeat(LOGIN_CHARS));
            Files.delete(beside);
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("No login can be saved in {}: {}", folder, e.toString());
            return Optional.of(MESSAGES.text("login.unwritable", "folder", folder));
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
        } catch (IOException e) {
            throw new UncheckedIOException("the login could not be saved in " + folder, e);
        }
    }

    @Override
    public synchronized void wipe() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(beside);
            Files.deleteIfExists(replaced);
            seal.forget();
        } catch (IOException e) {
            throw new UncheckedIOException("the login could not be removed from " + folder, e);
        }
    }

    @Override
    public synchronized void setAside() {
        try {
            Files.move(file, replaced, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            LOG.debug("There is nothing to set aside", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the saved login could not be moved out of the way in " + folder, e);
        }
    }

    @Override
    public synchronized KeptLogin replaced() {
        try {
            boolean sealed =
                    Files.exists(replaced) && Files.readString(replaced).startsWith(SEALED_PREFIX);
            return sealed && !seal.isReady()
                    ? new KeptLogin.Unavailable(MESSAGES.text("login.keychainUnchecked"))
                    : read(replaced);
        } catch (IOException e) {
            return unavailable(e);
        }
    }

    @Override
    public synchronized void forgetReplaced() {
        try {
            Files.deleteIfExists(replaced);
        } catch (IOException e) {
            LOG.warn("Could not remove a replaced login: {}", e.toString());
        }
    }

    private KeptLogin read(Path from) {
        try {
            String kept = Files.readString(from);
            if (!kept.startsWith(SEALED_PREFIX)) {
                return new KeptLogin.Found(Wire.read(kept, Credentials.class));
            }
            return switch (seal.open(Wire.read(kept, Sealed.class).sealed())) {
                case Seal.Opened.Text(Secret open) -> new KeptLogin.Found(Wire.read(open.value(), Credentials.class));
                case Seal.Opened.Damaged _ -> damaged(from, "its key is not in the keychain, or the file was changed");
            };
        } catch (NoSuchFileException _) {
            return new KeptLogin.NotThere();
        } catch (Seal.Unavailable e) {
            return new KeptLogin.Unavailable(String.valueOf(e.getMessage()));
        } catch (Wire.Malformed | CharacterCodingException _) {
            return damaged(from, "its content is not a login");
        } catch (IOException e) {
            return unavailable(e);
        }
    }

    private KeptLogin unavailable(IOException why) {
        LOG.warn("The saved login in {} cannot be read now: {}", folder, why.toString());
        return new KeptLogin.Unavailable(MESSAGES.text("login.folderUnreadable", "folder", folder));
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

    private KeptLogin damaged(Path from, String why) {
        Path aside = folder.resolve("credentials.json.damaged");
        LOG.warn("The saved login is damaged ({}); it is kept as {}", why, aside);
        try {
            Files.move(from, aside, StandardCopyOption.REPLACE_EXISTING);
            return new KeptLogin.Damaged(MESSAGES.text("login.damaged", "file", aside));
        } catch (IOException e) {
            LOG.warn("Could not move the damaged login aside either", e);
            return new KeptLogin.Unavailable(MESSAGES.text("login.damagedUnmoved", "file", aside));
        }
    }

    /** Content of a sealed file. */
    private record Sealed(String sealed) {}
}
