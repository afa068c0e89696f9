package coderbased.client.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.Send;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Journal of unsent messages, for a program that is killed at any byte. */
class FileJournalTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void journalKeepsEntriesInOrderUntilRemoved() {
        write(journal -> {
            journal.put(entry(1));
            journal.put(entry(2));
            journal.put(entry(3));
            journal.remove("n2");
            journal.put(entry(1).refused("No."));
        });
        assertEquals(List.of(entry(1).refused("No."), entry(3)), read());
    }

    @Test
    void journalReturnsEveryCharacter() {
        OutboxEntry strange = entry("n1", "line\nbreak, \u202Ebidi\u202C, 👩‍👩‍👧, \u0000, \"quotes\"");
        write(journal -> journal.put(strange));
        assertEquals(List.of(strange), read());
    }

    @Test
    void truncatedFileIsReadUpToTheCut() throws IOException {
        write(journal -> IntStream.rangeClosed(1, 4).forEach(number -> journal.put(entry(number))));
        byte[] whole = Files.readAllBytes(file());
        List<Integer> ends = new ArrayList<>();
        IntStream.range(0, whole.length).filter(at -> whole[at] == '\n').forEach(ends::add);
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            int cut = length;
            long lines = ends.stream().filter(end -> end < cut).count();
            List<OutboxEntry> kept = read();
            assertEquals(
                    IntStream.rangeClosed(1, (int) lines)
                            .mapToObj(FileJournalTest::entry)
                            .toList(),
                    kept);
            write(journal -> journal.put(entry(9)));
            assertEquals(entry(9), read().getLast(), "what is put after a torn line is kept, cut at " + length);
        }
    }

    @Test
    void damagedLineAffectsNoOther() throws IOException {
        write(journal -> IntStream.rangeClosed(1, 3).forEach(number -> journal.put(entry(number))));
        String text = Files.readString(file());
        Files.writeString(file(), text.replace("text 2", "text X"));
        assertEquals(List.of(entry(1), entry(3)), read());
    }

    @Test
    void onlyTheOwnerCanReadTheFile() throws IOException {
        write(journal -> journal.put(entry(1)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }

    @Test
    void removedEntriesTakeNoRoom() throws IOException {
        write(journal -> IntStream.range(0, 4_000).forEach(number -> {
            journal.put(entry(number));
            journal.put(entry(number + 1));
            journal.remove("n" + number);
        }));
        assertTrue(Files.size(file()) < 2 * 1024 * 1024, "it has " + Files.size(file()) + " bytes");
        assertEquals(List.of(entry(4_000)), read());
    }

    @Test
    void wipeLeavesNothing() {
        FileJournal journal = new FileJournal(folder);
        journal.read();
        journal.put(entry(1));
        journal.wipe();
        assertFalse(Files.exists(file()));
        assertEquals(List.of(), read());
    }

    @Test
    void secondProgramChangesNothing() {
        FileJournal first = new FileJournal(folder);
        first.read();
        first.put(entry(1));
        FileJournal second = new FileJournal(folder);
        assertEquals(List.of(), second.read());
        second.put(entry(2));
        second.close();
        first.put(entry(3));
        first.close();
        assertEquals(List.of(entry(1), entry(3)), read());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "open files are counted in /proc")
    void failingDiskLeaksNoFileAndLosesNothing() throws IOException {
        FileJournal journal = new FileJournal(folder);
        journal.read();
        OutboxEntry large = entry("large", "x".repeat(2 * 1024 * 1024));
        journal.put(large);
        Path moved = Files.move(file(), folder.resolveSibling(folder.getFileName() + ".moved"));
        Files.createDirectories(file().resolve("in the way")); // the file is written, but cannot be moved over
        for (int number = 1; number <= 40; number++) {
            journal.put(entry(number));
            journal.force();
        }
        assertEquals(1, openFiles(), "the lock alone");
        assertFalse(Files.exists(folder.resolve("outbox.journal.new")), "half a file takes no room");

        Files.delete(file().resolve("in the way"));
        Files.delete(file());
        journal.put(entry(41));
        journal.close();
        assertEquals(0, openFiles());
        Files.delete(moved);
        List<OutboxEntry> kept = read();
        assertEquals(42, kept.size());
        assertEquals(large, kept.getFirst());
        assertEquals(entry(41), kept.getLast());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such links")
    void aFileThatCannotBeReadIsNotOverwritten() throws IOException {
        write(journal -> {
            journal.put(entry(1));
            journal.put(entry(2));
            journal.put(entry("draft c1", "old"));
        });
        Path away = Files.move(file(), folder.resolve("away"));
        Files.createSymbolicLink(file(), file().getFileName()); // too many levels of links: unreadable for every user
        FileJournal journal = new FileJournal(folder);
        assertEquals(List.of(), journal.read());
        journal.put(entry(3));
        journal.remove("draft c1");
        journal.force();
        assertTrue(Files.isSymbolicLink(file()), "it is as it was");

        Files.delete(file());
        Files.move(away, file());
        journal.put(entry(4));
        journal.close();
        assertEquals(List.of(entry(1), entry(2), entry(3), entry(4)), read());
    }

    private long openFiles() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(this::isInFolder).count();
        }
    }

    private boolean isInFolder(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith(folder.toString());
        } catch (IOException _) {
            return false; // was closed meanwhile
        }
    }

    private interface Writes {
        void to(FileJournal journal);
    }

    private void write(Writes writes) {
        FileJournal journal = new FileJournal(folder);
        journal.read();
        writes.to(journal);
        journal.close();
    }

    private List<OutboxEntry> read() {
        FileJournal journal = new FileJournal(folder);
        try {
            return journal.read();
        } finally {
            journal.close();
        }
    }

    private Path file() {
        return folder.resolve("outbox.journal");
    }

    private static OutboxEntry entry(int number) {
        return entry("n" + number, "text " + number);
    }

    private static OutboxEntry entry(String name, String text) {
        return new OutboxEntry(name, "c1", NOON, new Send(name, "c1", new Body.Text(text), null, false), null);
    }
}
