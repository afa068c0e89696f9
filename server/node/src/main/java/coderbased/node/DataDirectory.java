package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import coderbased.auth.tokens.AuthKeys;
import coderbased.disk.DurableFile;
import coderbased.store.FailureReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory that holds everything that lasts; one server at a time uses it.
 *
 * <p>{@code server.lock} says who: the process and, once it listens, its address, for the commands that talk to it. It
 * is the operating system's lock on that file that counts, not the file: a server that was killed leaves the file
 * behind and nobody in the way.
 */
final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "server.lock";
    private static final String DATABASE = "coderbased.db";

    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

    private static final String KEYS_GONE = "Restore it from a copy before the server is stopped or updated:"
            + " a server that starts without it makes a new one, and every device has to sign in again";

    /** Files that the directory must hold while a server uses it, each with the advice for when it is missing. */
    private static final Map<String, String> NEEDED = Map.of(
            AuthKeys.SIGNING_KEY_FILE,
            KEYS_GONE,
            AuthKeys.SERVER_ID_FILE,
            KEYS_GONE,
            AuthKeys.ADMIN_TOKEN_FILE,
            "Restore it from a copy, or restart the server, which makes a new one. Until then no command can reach it",
            LOCK,
            "Restart the server. Until then no command can reach it, and a second server could use the directory");

    private final Path path;
    private final FileChannel lock;
    private final List<Path> made;
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private boolean keeps;

    /** @param made what was made for it, innermost first; empty if it held something before */
    private DataDirectory(Path path, FileChannel lock, List<Path> made) {
        this.path = path;
        this.lock = lock;
        this.made = made;
        this.keeps = made.isEmpty();
    }

    /**
     * Makes the directory, for its owner alone, where there is none, and takes it. What is made in a new or empty one
     * is deleted again as it is closed, unless it was {@link #keep kept}.
     *
     * @throws StartupException where another server uses it, or it cannot be used at all
     */
    static DataDirectory take(Path path) {
        try {
            List<Path> made = madeFor(path);
            DurableFile.makeFolder(path);
            return hold(path, made);
        } catch (IOException e) {
            throw new StartupException(
                    ExitCode.DATA_UNUSABLE,
                    MESSAGES.text("start.dataUnusable", "data", path, "reason", FailureReason.of(e)),
                    e);
        }
    }

    private static DataDirectory hold(Path path, List<Path> made) throws IOException {
        FileChannel channel = FileChannel.open(
                path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (!isOurs(channel)) {
                throw inUse(path);
            }
            DataDirectory held = new DataDirectory(path, channel, made);
            held.note("");
            return held;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Returns what a start makes, innermost first; nothing if the directory holds something. */
    private static List<Path> madeFor(Path path) throws IOException {
        List<Path> made = new ArrayList<>(List.of(path.resolve(LOCK)));
        if (Files.isDirectory(path)) {
            try (Stream<Path> content = Files.list(path)) {
                return content.findAny().isPresent() ? List.of() : made;
            }
        }
        Path folder = path.toAbsolutePath();
        while (folder != null && Files.notExists(folder)) {
            made.add(folder);
            folder = folder.getParent();
        }
        return made;
    }

    /** Keeps what is in the directory from now on: the server serves from it. */
    void keep() {
        keeps = true;
    }

    /** Returns the path of the embedded database. */
    static Path database(Path path) {
        return path.resolve(DATABASE);
    }

    /** The address of the server that uses a data directory now, empty where none does. */
    static List<String> addressOfServerOn(Path path) throws IOException {
        if (Files.notExists(path.resolve(LOCK))) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.WRITE)) {
            if (isOurs(channel)) {
                return List.of();
            }
        }
        return lines(path).stream().skip(1).limit(1).toList();
    }

    Path path() {
        return path;
    }

    /** Says, once each, what is gone that the next start needs. */
    void look() {
        NEEDED.forEach((name, whatToDo) -> {
            Path file = path.resolve(name);
            if (Files.exists(file)) {
                missing.remove(name);
            } else if (missing.add(name)) {
                LOG.error("{} was deleted or moved away. {}", file, whatToDo);
            }
        });
    }

    /** Notes where the server listens. */
    void note(String address) throws IOException {
        String text = ProcessHandle.current().pid() + "\n" + address + "\n";
        lock.truncate(0);
        lock.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            if (!keeps) {
                empty();
            }
        }
        for (Path each : keeps ? List.<Path>of() : made) {
            Files.deleteIfExists(each);
        }
    }

    /** Deletes everything but the lock. */
    private void empty() throws IOException {
        List<Path> content;
        try (Stream<Path> walk = Files.walk(path)) {
            content = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : content) {
            if (!each.equals(path) && !each.equals(path.resolve(LOCK))) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static StartupException inUse(Path path) throws IOException {
        String process = lines(path).stream().findFirst().orElse("unknown");
        return new StartupException(
                ExitCode.DATA_IN_USE, MESSAGES.text("start.dataInUse", "data", path, "process", process));
    }

    private static List<String> lines(Path path) throws IOException {
        return Files.readAllLines(path.resolve(LOCK)).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
