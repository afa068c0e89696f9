package coderbased.fx.thread;

import static coderbased.fx.FakeChat.bobs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.chat.ConversationView;
import coderbased.fx.AConversation;
import coderbased.fx.Errand;
import coderbased.fx.FakeChat;
import coderbased.fx.GroupPictures;
import coderbased.fx.Live;
import coderbased.fx.Times;
import coderbased.fx.ToastViewModel;
import coderbased.fx.chat.ChatViewModel;
import coderbased.fx.compose.Attachment;
import coderbased.fx.compose.AttachmentsViewModel;
import coderbased.protocol.Contact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that starts in one conversation and ends while another is open; its result belongs to the first. */
class LateAnswersTest {

    private static final Contact CLEO = new Contact("a-cleo", "cleo", "Cleo");

    @TempDir
    Path folder;

    private final FakeChat chat = new FakeChat();
    private final Queue<Runnable> slow = new ArrayDeque<>();
    private final Live<coderbased.client.chat.ChatState> state = new Live<>(chat.state(), chat::onState, Runnable::run);
    private final ThreadViewModel thread = new ThreadViewModel(
            chat,
            state.value(),
            new Times(Threads.AT_ONE),
            new GroupPictures(chat, Runnable::run),
            new Errand(slow::add, Runnable::run),
            task -> {});
    private final AttachmentsViewModel attachments = thread.composer().attachments();

    @BeforeEach
    void twoConversations() {
        chat.tell(bob(), cleo());
        thread.open("c-bob");
    }

    private static ConversationView bob() {
        return AConversation.withBob().lines(bobs(1, "one")).build();
    }

    private static ConversationView cleo() {
        return AConversation.with("c-cleo", CLEO).build();
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "some bytes");
    }

    private List<String> tray() {
        return attachments.files().stream().map(Attachment::name).toList();
    }

    private void everythingIsRead() {
        while (!slow.isEmpty()) {
            slow.remove().run();
        }
    }

    private List<String> sent() {
        return chat.asked.stream().filter(asked -> asked.startsWith("sendFile")).toList();
    }

    @Test
    void slowFileStaysInItsConversation() throws IOException {
        attachments.add(List.of(file("for-bob.png")));
        thread.open("c-cleo");
        everythingIsRead();
        assertEquals(List.of(), tray());
        attachments.send();
        everythingIsRead();
        assertEquals(List.of(), sent());

        thread.open("c-bob");
        assertEquals(List.of("for-bob.png"), tray());
        attachments.send();
        everythingIsRead();
        assertEquals(List.of("sendFile c-bob for-bob.png "), sent());
    }

    @Test
    void pastedPictureStaysInItsConversation() throws IOException {
        Path picture = file("picture.png");
        attachments.addMade(() -> picture);
        thread.open("c-cleo");
        everythingIsRead();
        assertEquals(List.of(), tray());
        thread.open("c-bob");
        assertEquals(List.of("picture.png"), tray());
    }

    @Test
    void chosenFileStaysInItsConversation() throws IOException {
        AttachmentsViewModel.Intake intake = attachments.intake();
        thread.open("c-cleo");
        intake.add(List.of(file("chosen.png")));
        everythingIsRead();
        assertEquals(List.of(), tray());
        thread.open("c-bob");
        assertEquals(List.of("chosen.png"), tray());
    }

    @Test
    void eachConversationHasItsOwnTray() throws IOException {
        attachments.add(List.of(file("for-bob.png")));
        everythingIsRead();
        attachments.caption().set("look, Bob");
        thread.open("c-cleo");
        assertEquals("", attachments.caption().get());
        attachments.add(List.of(file("for-cleo.png")));
        everythingIsRead();
        assertEquals(List.of("for-cleo.png"), tray());
        thread.open("c-bob");
        assertEquals(List.of("for-bob.png"), tray());
        assertEquals("look, Bob", attachments.caption().get());
    }

    @Test
    void refusalIsShownInItsConversation() {
        attachments.add(List.of(folder.resolve("gone.png")));
        thread.open("c-cleo");
        everythingIsRead();
        assertEquals("", attachments.refused().get());
        thread.open("c-bob");
        assertTrue(
                attachments.refused().get().contains("gone.png"),
                attachments.refused().get());
        thread.open("c-cleo");
        assertEquals("", attachments.refused().get());
    }

    @Test
    void filesOfARemovedChatAreReported() throws IOException {
        attachments.add(List.of(file("for-bob.png")));
        thread.open("c-cleo");
        chat.tell(cleo());
        everythingIsRead();
        assertEquals(
                "The chat no longer exists. The files were not sent.",
                attachments.refused().get());
        assertEquals(List.of(), tray());
    }

    @Test
    void lateConversationDoesNotReplaceTheOpenOne() {
        CompletableFuture<String> found = new CompletableFuture<>();
        SlowChat slowly = new SlowChat(found);
        slowly.tell(bob(), cleo());
        ChatViewModel viewModel = new ChatViewModel(slowly, Runnable::run, Threads.AT_ONE);
        viewModel.openWith("a-cleo");
        viewModel.open("c-bob");
        found.complete("c-cleo");
        assertEquals("c-bob", viewModel.thread().conversationId().get());
    }

    @Test
    void failureToStartAConversationIsReported() {
        SlowChat slowly = new SlowChat(CompletableFuture.failedFuture(new IllegalStateException("Too many attempts.")));
        ChatViewModel viewModel = new ChatViewModel(slowly, Runnable::run, (time, task) -> {}, Threads.AT_ONE);
        viewModel.openWith("a-cleo");
        assertEquals("Too many attempts.", viewModel.toasts().toast().get().words());
        viewModel.toasts().act();
    }

    @Test
    void chatThatIsGoneClosesAndKeepsTheUnsentText() {
        FakeChat chat = new FakeChat();
        chat.tell(bob(), cleo());
        ChatViewModel viewModel = new ChatViewModel(chat, Runnable::run, (time, task) -> {}, Threads.AT_ONE);
        viewModel.open("c-bob");
        viewModel.thread().composer().draft().set("half a thou");
        chat.tell(cleo());
        assertNull(viewModel.thread().conversationId().get());
        ToastViewModel.Toast toast = viewModel.toasts().toast().get();
        assertEquals("“Bob” is no longer in your chats.", toast.words());
        assertEquals("Copy unsent text", toast.action().label());

        viewModel.open("c-cleo");
        chat.tell(bob());
        assertNull(viewModel.thread().conversationId().get());
        assertNull(viewModel.toasts().toast().get().action(), "nothing was typed");
    }

    @Test
    void chatThatIsNotKnownYetStaysOpen() {
        FakeChat chat = new FakeChat();
        chat.tell(cleo());
        ChatViewModel viewModel = new ChatViewModel(chat, Runnable::run, (time, task) -> {}, Threads.AT_ONE);
        viewModel.open("c-bob");
        chat.tell(cleo());
        assertEquals("c-bob", viewModel.thread().conversationId().get());
        chat.tell(bob(), cleo());
        assertEquals("Bob", viewModel.thread().title().get());
    }

    /** Chat whose answers come when the test says so. */
    private static final class SlowChat extends FakeChat {

        private final CompletableFuture<String> opened;

        SlowChat(CompletableFuture<String> opened) {
            this.opened = opened;
        }

        @Override
        public CompletableFuture<String> openWith(String accountId) {
            return opened;
        }
    }
}
