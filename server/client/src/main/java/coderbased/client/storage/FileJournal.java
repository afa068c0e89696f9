package coderbased.client.storage;

import coderbased.client.keys.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link Journal} in one file of its owner alone; each change appends a {@link JournalLine}.
 *
 * <p>A crash in the middle of a line leaves a torn one. It was not forced to disk, so nobody relies on it, and it is
 * skipped. A damaged line affects no other line. After reading, and when the file has grown, it is rewritten to a
 * temporary file and moved over, so that the next line never joins a torn one. A second program with the same folder
 * stores nothing: two writers would undo each other's lines. A file that cannot be read is not overwritten: each change
 * first tries to read it again, and its entries are sent after the next start.
 */
public final class FileJournal implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(FileJournal.class);
    private static final long REWRITE_BYTES = 1024 * 1024;

    private final Path folder;
    private final Path file;
    private final Map<String, OutboxEntry> entries = new LinkedHashMap<>();
    private @Nullable FileChannel guard;
    private @Nullable FileChannel channel;
    private long rewriteAt = REWRITE_BYTES;
    private final Set<String> removedUnread = new HashSet<>();
    private boolean ours;
    private boolean unread;
    private boolean unforced;

    public FileJournal(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("outbox.journal");
    }

    @Override
    public List<OutboxEntry> read() {
        try {
            OwnerOnly.makeFolder(folder);
            ours = isOurs();
            unread = ours;
            if (ours) {
                rewrite();
            }
        } catch (IOException e) {
            failed(e);
        }
        return List.copyOf(entries.values());
    }

    @Override
    public void put(OutboxEntry entry) {
        entries.put(entry.name(), entry);
        add(new JournalLine(entry.name(), entry));
    }

    @Override
    public void remove(String name) {
        if (unread) {
            removedUnread.add(name);
        }
        if (entries.remove(name) != null) {
            add(new JournalLine(name, null));
        }
    }

    @Override
    public void force() {
        if (unforced && channel != null) {
            try {
                channel.force(false);
                unforced = false;
            } catch (IOException e) {
                failed(e);
            }
        }
    }

    @Override
    public void wipe() {
        close();
        entries.clear();
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(beside());
            Files.deleteIfExists(lock());
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException _) {
            LOG.debug("The folder is not empty; keeping it");
        } catch (IOException e) {
            LOG.error("Could not delete unsent messages; delete the file by hand", e);
        }
    }

    @Override
    public void close() {
        force();
        closeQuietly(channel);
        closeQuietly(guard);
        channel = null;
        guard = null;
        ours = false;
    }

    /** True if no other program has opened this folder's journal. */
    private boolean isOurs() throws IOException {
        guard = FileChannel.open(
                lock(), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnerOnly.file(folder));
        try {
            FileLock held = guard.tryLock();
            if (held != null) {
                return true;
            }
        } catch (OverlappingFileLockException _) {
            LOG.debug("The journal is already open in this program");
        }
        LOG.warn("Another program uses this profile; unsent messages are kept only until this program ends");
        return false;
    }

    /** Reads the entries of an earlier start; entries that were put or removed since then are newer. */
    private void readLines() throws IOException {
        Map<String, OutboxEntry> kept = new LinkedHashMap<>();
        String text = Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                : "";
        int end = text.lastIndexOf('\n') + 1; // the rest is torn
        for (String line : text.substring(0, end).lines().toList()) {
            JournalLine.read(line)
                    .ifPresentOrElse(read -> take(read, kept), () -> LOG.warn("Skipped a damaged unsent message"));
        }
        kept.keySet().removeAll(removedUnread);
        kept.putAll(entries);
        entries.clear();
        entries.putAll(kept);
        unread = false;
        removedUnread.clear();
    }

    private static void take(JournalLine line, Map<String, OutboxEntry> kept) {
        if (line.entry() == null) {
            kept.remove(line.name());
        } else {
            kept.put(line.name(), line.entry());
        }
    }

    private void add(JournalLine line) {
        if (!ours) {
            return;
        }
        try {
            if (channel == null || channel.size() > rewriteAt || entries.isEmpty()) {
                rewrite();
            } else {
                unforced = true;
                write(channel, line.text());
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    /** Rewrites the file with nothing but the current entries. */
    private void rewrite() throws IOException {
        if (entries.isEmpty() && channel != null) {
            channel.truncate(0);
            return;
        }
        if (unread) {
            readLines();
        }
        closeQuietly(channel);
        channel = null;
        Files.deleteIfExists(beside());
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileChannel fresh = FileChannel.open(beside(), options, OwnerOnly.file(folder));
        try {
            fill(fresh);
        } catch (IOException | RuntimeException e) {
            closeQuietly(fresh);
            removeBeside();
            throw e;
        }
        channel = fresh;
        rewriteAt = Math.max(REWRITE_BYTES, 2 * fresh.size());
        unforced = false;
    }

    private void fill(FileChannel fresh) throws IOException {
        for (OutboxEntry entry : entries.values()) {
            write(fresh, new JournalLine(entry.name(), entry).text());
        }
        fresh.force(true);
        Files.move(beside(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        OwnerOnly.forceFolder(folder);
    }

    /** Deletes the partly written file: on a full disk it takes the room that the next attempt needs. */
    private void removeBeside() {
        try {
            Files.deleteIfExists(beside());
        } catch (IOException e) {
            LOG.debug("Could not delete a partly written file", e);
        }
    }

    /** Makes the next change rewrite the whole file. */
    private void failed(IOException full) {
        LOG.error("Could not store unsent messages; until this works, they are lost when the program ends", full);
        closeQuietly(channel);
        channel = null;
    }

    private Path lock() {
        return folder.resolve("outbox.lock");
    }

    private Path beside() {
        return folder.resolve("outbox.journal.new");
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void closeQuietly(@Nullable FileChannel open) {
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.debug("Could not close a file", e);
            }
        }
    }
}
