package coderbased.client.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.client.files.PlayedTransfers;
import coderbased.client.files.Transfer;
import coderbased.client.net.ProblemException;
import coderbased.client.storage.FileJournal;
import coderbased.client.storage.KnownChat;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending of files: shown at once, uploaded, then sent. */
class SentFilesTest {

    private static final Body.File TAKEN =
            new Body.File("ab".repeat(32), "notes.txt", "text/plain", 5, null, "my notes");

    @TempDir
    Path folder;

    private final PlayedTransfers files = new PlayedTransfers();
    private PlayedChat played;
    private Path notes;

    @BeforeEach
    void start() throws IOException {
        played = new PlayedChat(storage(), Clock.systemUTC());
        played.opened(0);
        notes = Files.writeString(folder.resolve("notes.txt"), "hello");
    }

    @AfterEach
    void stop() {
        played.close();
    }

    @Test
    void fileIsShownAtOnceAndSentAfterTheUpload() {
        played.handle().sendFile(notes, "my notes", null);
        assertEquals("my notes", played.lastMessage().text());
        assertEquals(DeliveryStatus.SENDING, played.lastMessage().status());
        PlayedTransfers.Upload upload = taken();
        assertEquals(new Transfer(0, 5, false), played.lastMessage().transfer(), "before the server answers");
        played.onThread(() -> upload.progress().accept(new Transfer(2, 5, false)));
        assertEquals(new Transfer(2, 5, false), played.lastMessage().transfer());
        assertTrue(played.isSilent());
        played.onThread(() -> upload.done().complete(null));
        assertEquals(TAKEN, played.next(Send.class).body());
        assertNull(played.lastMessage().transfer());
    }

    @Test
    void textsOvertakeAFileInUpload() {
        played.handle().sendFile(notes, "my notes", null);
        PlayedTransfers.Upload upload = taken();
        played.handle().send("meanwhile", null);
        assertEquals(new Body.Text("meanwhile"), played.next(Send.class).body());
        played.onThread(() -> upload.done().complete(null));
        assertEquals(TAKEN, played.next(Send.class).body());
    }

    @Test
    void uploadContinuesAfterARestart() {
        played.handle().sendFile(notes, "my notes", null);
        taken();
        String name = played.lastMessage().clientMessageId();
        played.restart(storage());
        played.opened(0);
        PlayedTransfers.Upload again = Eventually.taken(files.uploads, "the upload");
        assertEquals(TAKEN, again.file());
        played.onThread(() -> again.done().complete(null));
        assertEquals(name, played.next(Send.class).clientMessageId());
    }

    @Test
    void uploadCanBeCancelled() {
        played.handle().sendFile(notes, "my notes", null);
        PlayedTransfers.Upload upload = taken();
        played.handle().cancel(played.lastMessage().clientMessageId());
        assertEquals(List.of(), played.texts());
        assertTrue(upload.done().isCancelled());
        assertTrue(played.isSilent());
    }

    @Test
    void refusedUploadShowsItsReasonAndCanBeRetried() {
        played.handle().sendFile(notes, "my notes", null);
        PlayedTransfers.Upload upload = taken();
        played.onThread(() -> upload.done()
                .completeExceptionally(new ProblemException(Problem.of(ErrorCode.DAMAGED, "It was damaged."))));
        assertEquals(DeliveryStatus.REFUSED, played.lastMessage().status());
        assertEquals("It was damaged.", played.lastMessage().refusal());
        played.handle().retry(played.lastMessage().clientMessageId());
        PlayedTransfers.Upload again = Eventually.taken(files.uploads, "another try");
        played.onThread(() -> again.done().complete(null));
        assertEquals(TAKEN, played.next(Send.class).body());
    }

    @Test
    void missingFileIsRefusedAtOnce() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        assertThrows(IllegalArgumentException.class, () -> played.handle().sendFile(empty, "", null));
        assertThrows(IllegalArgumentException.class, () -> played.handle().sendFile(folder, "", null));
        assertFalse(played.conversation().messages().iterator().hasNext());
    }

    private ChatStorage storage() {
        return new ChatStorage(new FileJournal(folder.resolve("session")), files, KnownChat.none());
    }

    /** Waits until the copy is made and the upload has begun. */
    private PlayedTransfers.Upload taken() {
        CompletableFuture<Body.File> take = Eventually.taken(files.takes, "a file");
        played.onThread(() -> take.complete(TAKEN));
        return Eventually.taken(files.uploads, "the upload");
    }
}
