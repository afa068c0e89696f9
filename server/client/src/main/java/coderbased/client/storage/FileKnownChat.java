package coderbased.client.storage;

import coderbased.client.keys.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link KnownChat} in one file of its owner alone, a {@link CheckedLine} per conversation, written to a temporary file
 * and moved over. A damaged line affects no other line. A file that cannot be read is left for the next start, and
 * nothing is stored until then.
 *
 * <p>The file never exceeds {@link #MAX_BYTES}: beyond that, only the newest message of each remaining conversation is
 * stored. Thread-safe. Encoding and writing run on another thread; a newer state replaces one that still waits.
 */
public final class FileKnownChat implements KnownChat {

    private static final Logger LOG = LoggerFactory.getLogger(FileKnownChat.class);
    private static final long MAX_BYTES = 8L * 1024 * 1024;
    private static final int MAX_CONVERSATIONS = 2_000;

    private final Path folder;
    private final Path file;
    private final Path beside;
    private final Executor away;
    private @Nullable List<KeptConversation> waiting;
    private boolean over;

    /** @param away runs the writing, which may take time */
    public FileKnownChat(Path folder, Executor away) {
        this.folder = folder;
        this.file = folder.resolve("chat.known");
        this.beside = folder.resolve("chat.known.new");
        this.away = away;
    }

    @Override
    public synchronized List<KeptConversation> read() {
        try (var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()) {
            return lines.map(line -> CheckedLine.read(line, KeptConversation.class))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            LOG.warn("Could not read the stored chat; it is not overwritten: {}", e.toString());
            over = true;
            return List.of();
        }
    }

    @Override
    public void keep(List<KeptConversation> all) {
        if (await(all)) {
            away.execute(this::write);
        }
    }

    @Override
    public synchronized void wipe() {
        over = true;
        waiting = null;
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            LOG.error("Could not delete the stored chat; delete the file by hand", e);
        }
    }

    @Override
    public synchronized void close() {
        write();
        over = true;
    }

    /** True if no writer is scheduled. */
    private synchronized boolean await(List<KeptConversation> all) {
        boolean nobody = waiting == null;
        waiting = over ? null : List.copyOf(all);
        return nobody && !over;
    }

    private synchronized void write() {
        List<KeptConversation> all = waiting;
        waiting = null;
        if (all == null || over) {
            return;
        }
        try {
            OwnerOnly.makeFolder(folder);
            Files.deleteIfExists(beside);
            writeBeside(all);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("Could not store the chat: {}", e.toString());
        }
    }

    private void writeBeside(List<KeptConversation> all) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(beside, options, OwnerOnly.file(folder))) {
            for (KeptConversation one : all.subList(0, Math.min(MAX_CONVERSATIONS, all.size()))) {
                KeptConversation fitting = channel.size() < MAX_BYTES ? one : one.withNewestMessageOnly();
                ByteBuffer bytes = ByteBuffer.wrap(CheckedLine.of(fitting).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        }
    }
}
