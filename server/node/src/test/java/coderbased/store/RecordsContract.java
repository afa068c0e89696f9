package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.AccountLimits;
import coderbased.chat.ChatStore;
import coderbased.chat.ChatWrite;
import coderbased.files.FileCopy;
import coderbased.files.FileLimits;
import coderbased.files.FileRecords;
import coderbased.files.FileRecords.Announced;
import coderbased.files.FileUpload;
import coderbased.files.KeptFile;
import coderbased.protocol.Body;
import coderbased.protocol.GroupChange;
import coderbased.store.chat.SqlChatStore;
import coderbased.store.files.SqlFileRecords;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of every database for files. */
abstract class RecordsContract {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final int ROUNDS = 50;
    private static final String HASH = "ab".repeat(32);
    private static final FileUpload UPLOAD = new FileUpload("u1", "ada", HASH, 9, NOW, false);

    private FileRecords files;
    private ChatStore chats;
    private Database database;

    /** One with nothing in it. */
    abstract Database open() throws IOException;

    @BeforeEach
    void prepare() throws IOException {
        database = open();
        files = new SqlFileRecords(database);
        chats = new SqlChatStore(database, AccountLimits.unlimited());
    }

    @Test
    void anUploadIsAnnouncedOnceAndThenCompleted() {
        assertEquals(new Announced.Open(UPLOAD), files.announce(UPLOAD, FileLimits.standard()));
        FileUpload again = new FileUpload("u2", "ada", HASH, 9, LATER, false);
        assertEquals(
                "u1",
                assertInstanceOf(Announced.Open.class, files.announce(again, FileLimits.standard()))
                        .upload()
                        .id());
        assertEquals(OptionalLong.empty(), files.uploaded("ada", HASH));
        assertTrue(files.complete(UPLOAD, NOW));
        assertEquals(OptionalLong.of(9), files.uploaded("ada", HASH));
        assertTrue(files.upload("ada", "u1").orElseThrow().complete());
        assertEquals(Optional.empty(), files.upload("bob", "u1"));
        assertTrue(files.complete(UPLOAD, NOW), "another node may be as far");
        assertEquals(List.of(), files.leftBefore(LATER));
    }

    @Test
    void anAccountStaysWithinItsLimits() {
        FileLimits one = FileLimits.standard().withConcurrency(1, 1);
        files.announce(UPLOAD, one);
        FileUpload second = new FileUpload("u2", "ada", "cd".repeat(32), 9, NOW, false);
        assertEquals(new Announced.TooMany(), files.announce(second, one));
        assertEquals(
                new Announced.NoRoom(),
                files.announce(second, FileLimits.standard().withBytesPerAccount(17)));
    }

    @Test
    void filesStayWhileAReaderNeedsThem() {
        files.announce(UPLOAD, FileLimits.standard());
        files.complete(UPLOAD, NOW);
        Body file = new Body.File(HASH, "tea.png", "image/png", 9, null, "");
        chats.commit(
                List.of(
                        new ChatWrite.OpenDirect("c", "ada", "bob"),
                        new ChatWrite.Send("c", "ada", "1", file, null, false),
                        new ChatWrite.CreateGroup("g", "ada", "Tea", List.of("bob")),
                        new ChatWrite.ChangeGroup("g", "ada", new GroupChange.SetPicture(HASH))),
                NOW);
        assertEquals(Optional.of(new KeptFile(UPLOAD.copy(), 9, "tea.png")), files.ofMessage("bob", "c", 1));
        assertEquals(Optional.empty(), files.ofMessage("cleo", "c", 1));
        assertTrue(files.ofGroup("bob", "g").isPresent());
        files.forgetAnnouncedBefore(NOW, NOW);
        assertTrue(files.upload("ada", "u1").isPresent());
        files.forgetAnnouncedBefore(LATER, NOW);
        assertEquals(Optional.empty(), files.upload("ada", "u1"));
        files.noteUse(NOW);
        files.leaveUnusedSince(LATER, NOW);
        assertTrue(files.ofMessage("bob", "c", 1).isPresent());

        chats.commit(
                List.of(
                        new ChatWrite.Delete("c", "ada", 1),
                        new ChatWrite.ChangeGroup("g", "ada", new GroupChange.SetPicture(null))),
                NOW);
        files.noteUse(NOW);
        files.leaveUnusedSince(NOW, NOW);
        assertEquals(List.of(), files.leftBefore(LATER), "not for long enough");
        files.leaveUnusedSince(LATER, NOW);
        assertEquals(List.of(UPLOAD.copy()), files.leftBefore(LATER));
        assertEquals(List.of(), files.leftBefore(NOW));
        files.removed(UPLOAD.copy());
        assertEquals(List.of(), files.leftBefore(LATER));
    }

    @Test
    void aForgottenUploadsCopyGoesOutOfUseAndCannotBeCompleted() {
        files.announce(UPLOAD, FileLimits.standard());
        files.forget("u1", NOW);
        assertFalse(files.complete(UPLOAD, NOW));
        assertEquals(OptionalLong.empty(), files.uploaded("ada", HASH));
        assertEquals(List.of(UPLOAD.copy()), files.leftBefore(LATER));
    }

    @Test
    void theNewestCopyIsInUseAndTheEarlierOneIsNot() {
        FileUpload bobs = new FileUpload("u2", "bob", HASH, 9, NOW, false);
        for (FileUpload upload : List.of(UPLOAD, bobs)) {
            files.announce(upload, FileLimits.standard());
            files.complete(upload, NOW);
        }
        assertEquals(List.of("u2"), inUse());
        assertEquals(List.of(UPLOAD.copy()), files.leftBefore(LATER));
        files.forget("u2", NOW);
        assertEquals(1, files.leftBefore(LATER).size(), "bytes that are in use stay so without their upload");
    }

    @Test
    void concurrentCallsKeepEveryCopyInUseOrOutOfUse() throws Exception {
        Set<String> made = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<FileUpload> uploads = new ArrayList<>();
            for (String account : List.of("ada", "bob", "cleo")) {
                files.announce(new FileUpload(round + account, account, HASH, 9, NOW, false), FileLimits.standard());
                files.upload(account, round + account).ifPresent(uploads::add);
            }
            uploads.forEach(upload -> made.add(upload.id()));
            List<Callable<Void>> tasks = new ArrayList<>();
            uploads.forEach(upload -> tasks.add(() -> {
                files.complete(upload, NOW);
                return null;
            }));
            tasks.add(this::sweep);
            tasks.add(this::sweep);
            try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
                for (Future<Void> done : threads.invokeAll(tasks)) {
                    done.get();
                }
            }
            List<String> inUse = inUse();
            List<String> left =
                    files.leftBefore(LATER).stream().map(FileCopy::uploadId).toList();
            boolean complete = uploads.stream()
                    .anyMatch(upload -> files.uploaded(upload.accountId(), HASH).isPresent());
            assertTrue(!complete || !inUse.isEmpty(), "round " + round);
            List<String> all = new ArrayList<>(left);
            all.addAll(inUse);
            assertEquals(made.stream().sorted().toList(), all.stream().sorted().toList(), "round " + round);
        }
    }

    private Void sweep() {
        files.forgetAnnouncedBefore(LATER, NOW);
        files.noteUse(NOW);
        files.leaveUnusedSince(LATER, NOW);
        return null;
    }

    /** The uploads whose copies are in use. */
    private List<String> inUse() {
        return database.read(handle -> handle.createQuery("SELECT upload_id FROM files")
                .mapTo(String.class)
                .list());
    }
}
