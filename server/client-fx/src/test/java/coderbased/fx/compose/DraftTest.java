package coderbased.fx.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.AConversation;
import coderbased.fx.FakeChat;
import coderbased.fx.thread.ThreadViewModel;
import coderbased.fx.thread.Threads;
import org.junit.jupiter.api.Test;

class DraftTest {

    private final Draft draft = new Draft("");

    @Test
    void echoOfTypingChangesNothing() {
        draft.typed("a");
        draft.typed("ab");
        assertFalse(draft.fromElsewhere("a"));
        assertFalse(draft.fromElsewhere("ab"));
    }

    @Test
    void draftOfAnotherDeviceIsAppliedOnce() {
        assertTrue(draft.fromElsewhere("from the phone"));
        assertFalse(draft.fromElsewhere("from the phone"));
    }

    @Test
    void sendingOnAnotherDeviceClearsTheField() {
        draft.typed("hello");
        draft.typed("");
        assertFalse(draft.fromElsewhere("hello"));
        assertFalse(draft.fromElsewhere(""));
        assertTrue(draft.fromElsewhere("from the phone"));
        assertTrue(draft.fromElsewhere(""));
    }

    @Test
    void draftOfAnotherDeviceReplacesTheText() {
        FakeChat chat = new FakeChat();
        chat.tell(AConversation.withBob().build());
        ThreadViewModel thread = Threads.of(chat);
        thread.open("c-bob");
        thread.composer().draft().set("typed here");
        chat.tell(AConversation.withBob().draft("typed here").build());
        assertEquals("typed here", thread.composer().draft().get());
        chat.tell(AConversation.withBob().draft("typed there").build());
        assertEquals("typed there", thread.composer().draft().get());
    }
}
