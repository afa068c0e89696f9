package coderbased.fx.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.AConversation;
import coderbased.fx.Drag;
import coderbased.fx.FakeChat;
import coderbased.fx.FxThread;
import coderbased.fx.Theme;
import coderbased.fx.ThemeChoice;
import coderbased.fx.chat.ChatViewModel;
import coderbased.fx.thread.ThreadView;
import coderbased.fx.thread.ThreadViewModel;
import coderbased.fx.thread.Threads;
import coderbased.testing.Deadlines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Files dragged onto a thread: shown for confirmation, and sent with a caption. */
class DropTest {

    @TempDir
    private Path folder;

    private final FakeChat chat = new FakeChat();
    private ThreadViewModel thread;
    private ThreadView view;
    private Stage stage;

    @BeforeEach
    void opensAWindow() throws Exception {
        FxToolkit.registerPrimaryStage();
        chat.tell(AConversation.withBob().build());
        FxToolkit.setupFixture(() -> {
            thread = new ChatViewModel(chat, FxThread.executor(), Threads.AT_ONE).thread();
            view = new ThreadView(thread);
            stage = new Stage();
            stage.setScene(new Scene(view, 420, 700));
            new Theme(ThemeChoice.LIGHT).dress(stage.getScene());
            stage.show();
        });
    }

    @AfterEach
    void closesIt() throws Exception {
        FxToolkit.setupFixture(() -> stage.close());
    }

    @Test
    void droppedFilesAreAddedInOrderAndNotSent() throws Exception {
        opened();
        List<Path> files = List.of(file("b.txt"), file("a.txt"));
        onFx(() -> {
            Drag drag = new Drag(content(files));
            drag.enter(view);
            assertTrue(hint().isVisible(), "says what a drop does");
            assertTrue(drag.over(view));
            assertTrue(drag.drop(view));
            drag.leave(view);
            assertFalse(hint().isVisible());
            return true;
        });
        WaitForAsyncUtils.waitFor(
                Deadlines.seconds(30),
                TimeUnit.SECONDS,
                () -> onFx(() -> attachments().files().size() == 2));
        assertEquals(
                files,
                onFx(() ->
                        attachments().files().stream().map(each -> each.path()).toList()));
        assertEquals(
                List.of(),
                chat.asked.stream().filter(asked -> asked.startsWith("send")).toList());
    }

    @Test
    void droppedTextAddsNoFile() throws Exception {
        opened();
        onFx(() -> {
            ClipboardContent words = new ClipboardContent();
            words.putString("just words");
            Drag drag = new Drag(words);
            drag.enter(view);
            assertFalse(hint().isVisible());
            assertFalse(drag.over(view));
            assertFalse(drag.drop(view));
            return true;
        });
    }

    @Test
    void dropWithoutAThreadIsIgnored() throws Exception {
        List<Path> files = List.of(file("a.txt"));
        onFx(() -> {
            Drag drag = new Drag(content(files));
            assertFalse(drag.over(view));
            assertFalse(drag.drop(view));
            return true;
        });
    }

    private void opened() throws Exception {
        onFx(() -> {
            thread.open(AConversation.withBob().build().id());
            return true;
        });
    }

    private AttachmentsViewModel attachments() {
        return thread.composer().attachments();
    }

    private Node hint() {
        return view.lookup("#drop-hint");
    }

    private Path file(String name) throws Exception {
        return Files.writeString(folder.resolve(name), name);
    }

    private static ClipboardContent content(List<Path> files) {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(files.stream().map(Path::toFile).toList());
        return content;
    }

    private static <T> T onFx(Callable<T> question) throws Exception {
        return WaitForAsyncUtils.waitFor(Deadlines.seconds(30), TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(question));
    }
}
