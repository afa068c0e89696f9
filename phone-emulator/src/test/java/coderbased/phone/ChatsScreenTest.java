package coderbased.phone;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.FakeChat;
import coderbased.phone.parts.PhoneIds;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatsScreenTest {

    private Screen<PlayedPhone> screen;

    @BeforeEach
    void somebodyIsSignedIn() throws Exception {
        screen = Screen.of(PlayedPhone.signedIn());
        screen.awaitShown("#conversation-list");
    }

    @AfterEach
    void over() {
        screen.close();
    }

    @Test
    void threadCoversTheListAndLeadsBack() {
        screen.click(".conversation-cell");
        screen.awaitText("#thread-title", "Bob");
        assertFalse(screen.shows("#conversation-list"), "one thing at a time on a phone");
        assertFalse(screen.shows("#" + PhoneIds.TAB_CHATS), "the thread has the whole screen");
        screen.click("#thread-back");
        screen.awaitShown("#conversation-list");
        screen.awaitShown("#" + PhoneIds.TAB_CHATS);
    }

    @Test
    void escapeLeadsBack() {
        screen.click(".conversation-cell");
        screen.awaitShown("#message-list");
        screen.press(KeyCode.ESCAPE);
        screen.awaitShown("#conversation-list");
    }

    @Test
    void writtenMessageIsSent() {
        screen.click(".conversation-cell").type("#composer", "On my way").click("#send");
        screen.await("the message", () -> screen.phone.chat.asked.contains("send c-bob On my way"));
    }

    @Test
    void messagesBehindASheetStayUnread() {
        screen.click(".conversation-cell");
        screen.await("the reading", () -> asked().contains("markRead c-bob 3"));
        screen.click("#thread-info");
        screen.awaitShown("#" + PhoneIds.FULL_SCREEN);
        screen.phone.chat.tell(FakeChat.withBob(1, false, FakeChat.bobs(3, "Then"), FakeChat.bobs(4, "coffee")));
        screen.settle();
        assertFalse(asked().contains("markRead c-bob 4"));
        screen.press(KeyCode.ESCAPE);
        screen.await("the reading", () -> asked().contains("markRead c-bob 4"));
    }

    private List<String> asked() {
        return screen.phone.chat.asked;
    }

    @Test
    void messagesInAnOpenThreadAreRead() {
        assertFalse(screen.phone.chat.asked.contains("markRead c-bob 3"));
        screen.click(".conversation-cell");
        screen.await("the reading", () -> screen.phone.chat.asked.contains("markRead c-bob 3"));
        assertTrue(screen.phone.chat.asked.contains("open c-bob"));
    }
}
