package coderbased.fx.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.files.PickedFile;
import coderbased.fx.Errand;
import coderbased.protocol.Protocol;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsViewModelTest {

    @TempDir
    Path folder;

    private final List<String> sent = new ArrayList<>();
    private final AttachmentsViewModel attachments = new AttachmentsViewModel(
            new Errand(Runnable::run, Runnable::run),
            () -> (path, caption) -> sent.add(path.getFileName() + " " + caption));

    private Path file(String name, long size) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(size);
        }
        return file;
    }

    @Test
    void invalidFileIsReportedBeforeSending() throws IOException {
        attachments.add(List.of(
                file("film.mov", Protocol.MAX_FILE_BYTES + 1),
                file("empty.txt", 0),
                Files.createDirectory(folder.resolve("folder")),
                file("good.pdf", 1200)));
        assertEquals(
                List.of("good.pdf"),
                attachments.files().stream().map(Attachment::name).toList());
        List<String> why = attachments.refused().get().lines().toList();
        assertEquals("“film.mov” is too large: files up to 25 MB can be sent.", why.getFirst());
        assertEquals("“empty.txt” is empty.", why.get(1));
        assertEquals("“folder” is not a file. Only files can be sent.", why.get(2));
    }

    @Test
    void firstFileCarriesTheCaption() throws IOException {
        attachments.add(List.of(file("a.png", 1), file("b.png", 1)));
        attachments.caption().set(" look ");
        attachments.send();
        assertEquals(List.of("a.png look", "b.png "), sent);
        assertTrue(attachments.files().isEmpty());
    }

    @Test
    void filesAreSentInOrder() throws Exception {
        CountDownLatch firstMayGo = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(4);
        List<String> slowly = new CopyOnWriteArrayList<>();
        AttachmentsViewModel two = new AttachmentsViewModel(
                new Errand(Thread::startVirtualThread, Runnable::run), () -> (path, caption) -> {
                    if (slowly.isEmpty()) {
                        await(firstMayGo);
                    }
                    slowly.add(String.valueOf(path.getFileName()));
                    all.countDown();
                });
        two.files().addAll(Attachment.of(file("a.png", 1)), Attachment.of(file("b.png", 1)));
        two.send();
        two.files().addAll(Attachment.of(file("c.png", 1)), Attachment.of(file("d.png", 1)));
        two.send();
        firstMayGo.countDown();
        await(all);
        assertEquals(List.of("a.png", "b.png", "c.png", "d.png"), slowly);
    }

    @Test
    void missingFileIsReportedAndBlocksNoOther() throws IOException {
        AttachmentsViewModel some =
                new AttachmentsViewModel(new Errand(Runnable::run, Runnable::run), () -> (path, caption) -> {
                    PickedFile.requireSendable(path);
                    sent.add(path.getFileName() + " " + caption);
                });
        some.add(List.of(file("gone.png", 1), file("b.png", 1)));
        some.caption().set("look");
        Files.delete(folder.resolve("gone.png"));
        some.send();
        assertEquals(List.of("b.png look"), sent);
        assertTrue(some.refused().get().startsWith("gone.png"), some.refused().get());
    }

    private static void await(CountDownLatch latch) {
        Eventually.opened(latch, () -> "the latch stays shut");
    }

    @Test
    void tooLongCaptionBlocksSending() throws IOException {
        attachments.add(List.of(file("a.png", 1)));
        attachments.caption().set("x".repeat(Protocol.MAX_TEXT_BYTES + 1));
        attachments.send();
        assertEquals(List.of(), sent);
        assertTrue(attachments.captionProblem().getValue().startsWith("Too long"));
    }
}
