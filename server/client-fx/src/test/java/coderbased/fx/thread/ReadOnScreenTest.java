package coderbased.fx.thread;

import static coderbased.fx.FakeChat.bobs;
import static coderbased.fx.FakeChat.lines;
import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.client.chat.ConversationView;
import coderbased.fx.AConversation;
import coderbased.fx.FakeChat;
import coderbased.fx.FxThread;
import coderbased.fx.InFront;
import coderbased.fx.Layouts;
import coderbased.fx.Theme;
import coderbased.fx.ThemeChoice;
import coderbased.fx.chat.ChatViewModel;
import coderbased.protocol.Contact;
import coderbased.testing.Deadlines;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Read markers in a real window: only messages on the screen of the open conversation count. */
class ReadOnScreenTest {

    private static final Contact CLEO = new Contact("a-cleo", "cleo", "Cleo");

    private final FakeChat chat = new FakeChat();
    private final FxRobot robot = new FxRobot();
    private final Region sheet = new Region();
    private ThreadViewModel thread;
    private ThreadView view;
    private Stage stage;

    @BeforeEach
    void opensAWindow() throws Exception {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            thread = new ChatViewModel(chat, FxThread.executor(), Threads.AT_ONE).thread();
            view = new ThreadView(thread);
            sheet.setVisible(false);
            stage = new Stage();
            stage.setScene(new Scene(new StackPane(view, sheet), 500, 600));
            new Theme(ThemeChoice.LIGHT).dress(stage.getScene());
            thread.attended().bind(InFront.around(view));
            stage.show();
            stage.requestFocus();
        });
    }

    @AfterEach
    void closesIt() throws Exception {
        FxToolkit.setupFixture(() -> stage.close());
    }

    /** Returns Cleo's conversation before it is opened: its last message is known, none is loaded. */
    private static AConversation cleoUnloaded(int unread, int last) {
        return AConversation.with("c-cleo", CLEO)
                .readSeq(last - unread)
                .unread(unread)
                .lastMessage(bobs(last, "from Cleo " + last));
    }

    private static AConversation cleo(int unread, int last) {
        return AConversation.with("c-cleo", CLEO)
                .readSeq(last - unread)
                .unread(unread)
                .lines(IntStream.rangeClosed(1000, last)
                        .mapToObj(seq -> bobs(seq, "from Cleo " + seq))
                        .toArray(coderbased.client.chat.MessageView[]::new));
    }

    private static AConversation bob(int read, int last) {
        return AConversation.withBob().readSeq(read).unread(last - read).lines(lines(1, last));
    }

    private void tell(AConversation... conversations) {
        chat.tell(Stream.of(conversations).map(AConversation::build).toArray(ConversationView[]::new));
    }

    private void open(String id) throws Exception {
        onFx(() -> {
            thread.open(id);
            return true;
        });
    }

    private List<String> marks() {
        return chat.asked.stream().filter(asked -> asked.startsWith("markRead")).toList();
    }

    @Test
    void shortConversationIsReadOnceDrawn() throws Exception {
        tell(bob(2, 4));
        open("c-bob");
        until(() -> marks().contains("markRead c-bob 4"));
    }

    @Test
    void longConversationIsNotReadBeforeItsEnd() throws Exception {
        tell(bob(2, 200));
        open("c-bob");
        pulses();
        assertEquals(List.of(), marks());
        toNewest();
        until(() -> marks().contains("markRead c-bob 200"));
    }

    @Test
    void switchingMarksNeitherConversation() throws Exception {
        tell(bob(150, 200), cleoUnloaded(40, 1100));
        open("c-bob");
        pulses();
        assertEquals(List.of(), marks(), "it opened where the unread begins, far from the end");
        open("c-cleo");
        pulses();
        assertEquals(List.of(), marks());
        tell(bob(150, 200), cleoUnloaded(40, 1100).loading());
        pulses();
        assertEquals(List.of(), marks());
        tell(bob(150, 200), cleo(40, 1100));
        pulses();
        assertEquals(List.of(), marks());
        assertEquals(
                ThreadRow.Unread.KEY, onFx(() -> thread.window().reveal().get().key()));
        toNewest();
        until(() -> marks().contains("markRead c-cleo 1100"));
    }

    @Test
    void switchingToAReadConversationMarksNothing() throws Exception {
        tell(bob(150, 200), cleoUnloaded(0, 1100));
        open("c-bob");
        pulses();
        open("c-cleo");
        pulses();
        assertEquals(List.of(), marks());
    }

    @Test
    void followingThreadLeavesTheNextOneUnmarked() throws Exception {
        tell(bob(200, 200), cleoUnloaded(40, 1100));
        open("c-bob");
        pulses();
        open("c-cleo");
        pulses();
        tell(bob(200, 200), cleo(40, 1100));
        pulses();
        assertEquals(List.of(), marks());
    }

    @Test
    void searchHitDoesNotMarkTheEnd() throws Exception {
        tell(bob(150, 200));
        onFx(() -> {
            thread.open("c-bob", 20);
            return true;
        });
        pulses();
        assertEquals(List.of(), marks());
    }

    @Test
    void sheetPreventsReading() throws Exception {
        assertReadsNothingUntil(() -> sheet.setVisible(true), () -> sheet.setVisible(false));
    }

    @Test
    void hiddenPageReadsNothing() throws Exception {
        assertReadsNothingUntil(() -> view.setVisible(false), () -> view.setVisible(true));
    }

    @Test
    void minimisedWindowReadsNothing() throws Exception {
        assertReadsNothingUntil(() -> stage.setIconified(true), () -> {
            stage.setIconified(false);
            stage.requestFocus();
        });
    }

    private void assertReadsNothingUntil(Runnable hides, Runnable shows) throws Exception {
        tell(bob(4, 4));
        open("c-bob");
        pulses();
        onFx(Executors.callable(hides));
        pulses();
        tell(bob(4, 5));
        pulses();
        assertEquals(List.of(), marks());
        onFx(Executors.callable(shows));
        until(() -> marks().contains("markRead c-bob 5"));
    }

    @Test
    void detachedPageReadsNothing() throws Exception {
        tell(bob(4, 4));
        open("c-bob");
        onFx(() -> {
            stage.getScene().setRoot(new StackPane());
            return true;
        });
        tell(bob(4, 5));
        pulses();
        assertEquals(List.of(), marks());
    }

    @Test
    void messageBelowTheViewStaysUnread() throws Exception {
        tell(bob(200, 200));
        open("c-bob");
        pulses();
        robot.moveTo(onFx(() -> view.lookup("#message-list")));
        robot.scroll(8, VerticalDirection.UP);
        pulses();
        tell(bob(200, 201));
        pulses();
        assertEquals(List.of(), marks());
    }

    private void toNewest() throws Exception {
        onFx(() -> {
            thread.window().toNewest();
            return true;
        });
    }

    private void pulses() throws Exception {
        Layouts.pass(onFx(stage::getScene));
    }

    private static <T> T onFx(Callable<T> question) throws Exception {
        return WaitForAsyncUtils.waitFor(Deadlines.seconds(30), TimeUnit.SECONDS, WaitForAsyncUtils.asyncFx(question));
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(Deadlines.seconds(30), TimeUnit.SECONDS, condition);
    }
}
