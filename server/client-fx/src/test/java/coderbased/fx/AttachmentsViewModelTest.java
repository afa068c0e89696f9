package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Protocol;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsViewModelTest {

    @TempDir
    Path folder;

    private final List<String> sent = new ArrayList<>();
    private final AttachmentsViewModel attachments = new AttachmentsViewModel(
            new Errand(Runnable::run, Runnable::run), (path, caption) -> sent.add(path.getFileName() + " " + caption));

    private Path file(String name, long size) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(size);
        }
        return file;
    }

    @Test
    void whatCanNotBeSentIsSaidBeforeItIsSent() throws IOException {
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
    void theCaptionStandsBesideTheFirst() throws IOException {
        attachments.add(List.of(file("a.png", 1), file("b.png", 1)));
        attachments.caption().set(" look ");
        attachments.send();
        assertEquals(List.of("a.png look", "b.png "), sent);
        assertTrue(attachments.files().isEmpty());
    }

    @Test
    void aCaptionThatIsTooLongHoldsThemBack() throws IOException {
        attachments.add(List.of(file("a.png", 1)));
        attachments.caption().set("x".repeat(Protocol.MAX_TEXT_BYTES + 1));
        attachments.send();
        assertEquals(List.of(), sent);
        assertTrue(attachments.captionProblem().getValue().startsWith("Too long"));
    }
}
