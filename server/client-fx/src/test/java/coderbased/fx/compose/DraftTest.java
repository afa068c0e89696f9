package coderbased.fx.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.AConversation;
import coderbased.fx.FakeChat;
import coderbased.fx.thread.ThreadViewModel;
import coderbased.fx.thread.Threads;
import coderbased.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {

    @TempDir
    private Path folder;

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
    void textThatIsTooLongIsSentInPartsOrAsAFile() throws IOException {
        FakeChat chat = new FakeChat();
        chat.tell(AConversation.withBob().build());
        ThreadViewModel thread = Threads.of(chat);
        thread.open("c-bob");
        ComposerViewModel composer = thread.composer();
        assertEquals(List.of(), composer.parts());
        String half = "a word ".repeat(1_000).strip();
        String whole = half + "\n\n" + half;
        composer.draft().set(whole);
        assertEquals(List.of(half, half), composer.parts());
        composer.send();
        assertEquals(whole, composer.draft().get(), "nothing was sent");

        composer.attachAsFile();
        Eventually.holds(
                "the file is attached", () -> composer.attachments().files().size() == 1);
        composer.attachments().cancel();
        assertEquals(whole, composer.draft().get(), "it was not sent");
        composer.attachments().add(List.of(Files.writeString(folder.resolve("other.txt"), "x")));
        Eventually.holds(
                "the other file is attached",
                () -> composer.attachments().files().size() == 1);
        composer.attachments().send();
        Eventually.holds(
                "the other file is sent",
                () -> chat.asked.stream().anyMatch(asked -> asked.startsWith("sendFile c-bob other.txt")));
        assertEquals(whole, composer.draft().get(), "another file was sent");
        composer.attachAsFile();
        Eventually.holds(
                "the file is attached", () -> composer.attachments().files().size() == 1);
        composer.attachments().send();
        Eventually.holds("the field is empty", () -> composer.draft().get().isEmpty());
        Eventually.holds(
                "the file is sent",
                () -> chat.asked.stream().anyMatch(asked -> asked.startsWith("sendFile c-bob message.txt")));

        composer.answer(7, "Bob", "hi");
        composer.draft().set(whole);
        composer.sendInParts();
        assertEquals(
                List.of("send c-bob " + half + " to 7", "send c-bob " + half),
                chat.asked.stream()
                        .filter(asked -> asked.startsWith("send c-bob"))
                        .toList());
        assertEquals("", composer.draft().get());

        composer.correct(3, whole);
        assertEquals(List.of(), composer.parts(), "an edit stays one message");
        composer.attachAsFile();
        composer.stepBack();
        composer.draft().set("word ".repeat(40_000));
        assertEquals(List.of(), composer.parts(), "too many");
    }

    @Test
    void refusalOfAFileIsForgottenWithTheNextKey() {
        FakeChat chat = new FakeChat();
        chat.tell(AConversation.withBob().build());
        ThreadViewModel thread = Threads.of(chat);
        thread.open("c-bob");
        thread.composer().attachments().add(List.of(Path.of("no such file")));
        Eventually.holds(
                "the refusal is shown",
                () -> !thread.composer().attachments().refused().get().isEmpty());
        thread.composer().draft().set("h");
        assertEquals("", thread.composer().attachments().refused().get());
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
