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
 * Stores the credentials of each server in one file, readable by its owner only and replaced as a whole: written to a
 * temporary file, forced to disk, then moved over. With a system keychain the file is sealed, and its key is in the
 * keychain. While the keychain or the disk does not respond, the file is left untouched.
 *
 * <p>The login that was used last is in {@code credentials.json}; one of another server is beside it, under a name that
 * follows from the server's id.
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
    private final LoginFiles files;
    private final Seal seal;

    FileCredentialStore(Path folder, Seal seal) {
        this.folder = folder;
        this.seal = seal;
        this.files = new LoginFiles(folder);
        this.file = files.last();
        this.beside = folder.resolve("credentials.json.new");
        this.replaced = folder.resolve("credentials.json.replaced");
    }

    @Override
    public synchronized KeptLogin load() {
        if (OwnerOnly.isBlocked(folder)) {
            return new KeptLogin.NotThere();
        }
        KeptLogin last = read(file);
        return last instanceof KeptLogin.NotThere
                ? files.newestOther().map(this::read).orElse(last)
                : last;
    }

    @Override
    public synchronized KeptLogin load(String serverId) {
        return OwnerOnly.isBlocked(folder) ? new KeptLogin.NotThere() : read(path(serverId));
    }

    @Override
    public synchronized KeptLogin switchTo(String serverId) {
        try {
            if (read(file) instanceof KeptLogin.Found(Credentials last)
                    && !last.serverId().equals(serverId)) {
                files.move(file, files.of(last.serverId()));
            }
            Path own = files.of(serverId);
            if (Files.exists(own) && !Files.exists(file)) {
                files.move(own, file);
            }
            return load(serverId);
        } catch (IOException e) {
            throw new UncheckedIOException("the logins could not be exchanged in " + folder, e);
        }
    }

    /** Returns the place of that server's login; there may be none yet. */
    private Path path(String serverId) {
        Path own = files.of(serverId);
        return switch (read(file)) {
            case KeptLogin.Found(Credentials last) -> last.serverId().equals(serverId) ? file : own;
            case KeptLogin.NotThere _ -> Files.exists(own) ? own : file;
            case KeptLogin.Unavailable _, KeptLogin.Unstorable _, KeptLogin.SetAside _ -> file;
        };
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
            files.move(beside, path(credentials.serverId()));
        } catch (IOException e) {
            throw new UncheckedIOException("the login could not be saved in " + folder, e);
        }
    }

    @Override
    public synchronized void wipe(String serverId) {
        try {
            Files.deleteIfExists(path(serverId));
            Files.deleteIfExists(files.of(serverId));
            Files.deleteIfExists(beside);
            Files.deleteIfExists(replaced);
            if (!Files.exists(file) && files.newestOther().isEmpty()) {
                seal.forget();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the login could not be removed from " + folder, e);
        }
    }

    @Override
    public synchronized void setAside() {
        try {
            files.move(file, replaced);
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
            return new KeptLogin.SetAside(MESSAGES.text("login.damaged", "file", aside));
        } catch (IOException e) {
            LOG.warn("Could not move the damaged login aside either", e);
            return new KeptLogin.Unavailable(MESSAGES.text("login.damagedUnmoved", "file", aside));
        }
    }

    /** Content of a sealed file. */
    private record Sealed(String sealed) {}
}
